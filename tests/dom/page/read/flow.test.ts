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
])('%s flows within its line: %s', (html, flows) => {
  expect(flowsInline(inPage(html).querySelector('#x') ?? document.body)).toBe(flows);
});
