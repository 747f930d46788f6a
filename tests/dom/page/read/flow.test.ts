import { expect, test } from 'vitest';
import { flowsInline } from '../../../../src/page/read/flow.ts';
import { inPage } from '../../../helpers/html.ts';

test.each([
  ['<span id="x">T</span>', true],
  ['<span id="x" style="display:inline-block">T</span>', true],
  ['<span id="x" style="display:contents">T</span>', true],
  // A drop cap.
  ['<span id="x" style="display:block;float:left">T</span>', true],
  ['<span id="x" style="display:block">T</span>', false],
  ['<a id="x" style="display:flex">T</a>', false],
  // One that hangs before its line, or would, were it a letter with a word behind it.
  ['<div><span id="x" style="display:block;position:absolute">H</span>uawei</div>', true],
  ['<div><span id="x" style="display:block;position:absolute">H</span> uawei</div>', false],
  ['<div><span id="x" style="display:block;position:absolute">h</span>uawei</div>', false],
  ['<div><span id="x" style="display:block;position:absolute">1</span>uawei</div>', false],
  ['<div><div id="x">J</div>Jane</div>', false],
  // The same line in another script.
  ['<span id="x" style="display:none">T</span>', false],
  ['<span id="x" style="display:none"> </span>', true],
])('%s flows within its line: %s', (html, flows) => {
  expect(flowsInline(inPage(html).querySelector('#x') ?? document.body)).toBe(flows);
});
