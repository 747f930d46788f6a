import { expect, test } from 'vitest';
import { labelOf } from '../../../../src/ui/panel/label.ts';

test.each([
  ['Huawei', ['Huawei']],
  ['Safe City Belgrade', ['Safe City Belgrade']],
  ['Serbian data protection Commissioner', ['Serbian data', 'protection…']],
  ['Reclaim Your Face (coalition and Initiative)', ['Reclaim Your Face']],
  ['Ministry of Internal Affairs of Serbia', ['Ministry of', 'Internal Affairs of…']],
  ['Bundesdatenschutzgesetzänderung', ['Bundesdatenschutzg…']],
  ['', ['']],
])('%s', (name, lines) => {
  const label = labelOf(name);
  expect(label.lines).toEqual(lines);
  expect(Math.max(...label.lines.map((line) => line.length))).toBeLessThanOrEqual(20);
});

test('a line of full squares is wider than one of letters', () => {
  expect(labelOf('数据保护法').width).toBeGreaterThan(labelOf('abcde').width);
});
