import { expect, it } from 'vitest';
import { closestWord } from '../../../src/publish/closest-word.ts';

const FIELDS = ['summary', 'summaryFrom', 'places', 'speaker', 'act', 'about'];

it.each([
  ['sumary', 'summary'],
  ['Summary', 'summary'],
  ['summaryfrom', 'summaryFrom'],
  ['placez', 'places'],
  ['speeker', 'speaker'],
  ['acts', 'act'],
  ['colour', null],
  ['', null],
])('for %j means %j', (typed, meant) => {
  expect(closestWord(typed, FIELDS)).toBe(meant);
});
