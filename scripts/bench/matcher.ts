/** The matcher beside its floor and its peers, on one text in one run. */
import { AhoCorasick as FastAho } from '@monyone/aho-corasick/fast';
import AhoNode from 'aho-corasick-node';
import AhoPlain from 'ahocorasick';
import FastScanner from 'fastscan';
import ModernAho from 'modern-ahocorasick';
import { type Form, MAY_DECLINE } from '../../src/core/linking/form.ts';
import { fold } from '../../src/core/text/fold.ts';
import { benchCold, type ColdFigures } from './cold.ts';
import { loadEngine } from './engine.ts';
import { benchLarge, type LargeFigures } from './large.ts';
import { makeNames, makeText } from './material.ts';
import { type Contestant, median, race } from './race.ts';
import { twoDigits } from './two-digits.ts';

const TEXT_LENGTH = 1_000_000;
const SIZES = [5_000, 50_000, 1_000_000] as const;

export interface MatcherFigures extends LargeFigures, ColdFigures {
  readonly floorNsPerChar: number;
  readonly floorRatio: Readonly<Record<string, number>>;
  readonly timesFasterThanFastestPeer: Readonly<Record<string, number>>;
  readonly fastestPeer: string;
  readonly timesFasterThanRegExp: Readonly<Record<string, number>>;
  readonly nsPerChar: Readonly<Record<string, number>>;
  readonly bytesPerForm: number;
  readonly buildMs5k: number;
  readonly loadMs5k: number;
  readonly buildMs1M: number;
  readonly bytesPerForm1M: number;
  readonly linearity10MB: number;
}

export async function benchMatcher(log: (line: string) => void): Promise<MatcherFigures> {
  const { allEndings, buildIndex, openIndex, spot } = await loadEngine();
  const names = makeNames(SIZES[2]);
  const text = makeText(TEXT_LENGTH, names.slice(0, 500));
  const endings = allEndings();
  const floorRatio: Record<string, number> = {};
  const nsPerChar: Record<string, number> = {};
  let floorNs = 0;

  for (const size of SIZES) {
    const index = openIndex(buildIndex(formsOf(names.slice(0, size))));
    const medians = race([floor(text), { name: 'ours', run: () => spot(index, text, { endings }) }], 15);
    floorNs = nanoseconds(medians.get('floor'), text);
    nsPerChar[size] = twoDigits(nanoseconds(medians.get('ours'), text));
    floorRatio[size] = twoDigits((medians.get('ours') ?? 0) / (medians.get('floor') ?? 1));
    log(
      `matcher: ${size} names: ${nsPerChar[size]} ns/char, ${floorRatio[size]}× the floor (${twoDigits(floorNs)} ns/char)`,
    );
  }

  const small = names.slice(0, 5_000);
  const index = openIndex(buildIndex(formsOf(small)));
  const peers = peersOf(small, text);
  const medians = race([{ name: 'ours', run: () => spot(index, text, { endings }) }, ...peers], 9);
  const ours = medians.get('ours') ?? 1;
  for (const [name, time] of medians)
    log(`matcher: 5000 names: ${name}: ${twoDigits(nanoseconds(time, text))} ns/char`);
  const [fastestPeer, fastest] = [...medians]
    .filter(([name]) => name !== 'ours' && name !== 'RegExp')
    .sort((a, b) => a[1] - b[1])[0] ?? ['none', 0];

  const million = formsOf(names);
  const buildMs1M = time(() => buildIndex(million), 3);
  const bytes1M = buildIndex(million);
  const forms5k = formsOf(small);
  const bytes5k = buildIndex(forms5k);
  const long = text.repeat(10);
  const linear = race(
    [
      { name: 'one', run: () => spot(index, text, { endings }) },
      { name: 'ten', run: () => spot(index, long, { endings }) },
    ],
    3,
  );
  return {
    floorNsPerChar: twoDigits(floorNs),
    floorRatio,
    nsPerChar,
    timesFasterThanFastestPeer: { 5000: twoDigits(fastest / ours) },
    fastestPeer,
    timesFasterThanRegExp: { 5000: twoDigits((medians.get('RegExp') ?? 0) / ours) },
    bytesPerForm: twoDigits(bytes5k.byteLength / openIndex(bytes5k).count),
    buildMs5k: twoDigits(time(() => buildIndex(formsOf(small)), 9)),
    loadMs5k: twoDigits(time(() => openIndex(bytes5k), 21)),
    buildMs1M: twoDigits(buildMs1M),
    bytesPerForm1M: twoDigits(bytes1M.byteLength / openIndex(bytes1M).count),
    linearity10MB: twoDigits((linear.get('ten') ?? 0) / (linear.get('one') ?? 1) / 10),
    ...(await benchCold(log)),
    ...(await benchLarge(log)),
  };
}

/** One charCodeAt and one table look-up for each unit: nothing that looks at every unit can be faster. */
function floor(text: string): Contestant {
  const table = new Uint32Array(65536).map((_, i) => i * 7);
  // Called often on little, so that the whole function is compiled: one that is replaced in the middle of its loop may stay
  // three times slower, and would flatter everybody else.
  const little = text.slice(0, 1000);
  for (let i = 0; i < 20_000; i++) addUp(little, table);
  return { name: 'floor', run: () => addUp(text, table) };
}

/** Takes all it needs as arguments: reading a variable of an outer function at every turn costs as much as the look-up. */
function addUp(text: string, table: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + (table[text.charCodeAt(i)] as number)) | 0;
  return sum;
}

function formsOf(names: readonly string[]): Form[] {
  return names.map((name, target) => ({ text: fold(name), target, declined: MAY_DECLINE }));
}

/** Exact matchers from npm, each given folded names and the folded text, which spares them the folding that ours does. */
function peersOf(names: readonly string[], text: string): Contestant[] {
  const folded = [...new Set(names.map(fold))];
  const input = text.toLowerCase();
  const fast = new FastAho(folded);
  const plain = new AhoPlain(folded);
  const builder = AhoNode.builder();
  for (const name of folded) builder.add(name);
  const node = builder.build();
  const scanner = new FastScanner(folded);
  const modern = new ModernAho(folded);
  const escaped = folded.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`\\b(${escaped.join('|')})\\b`, 'gi');
  const trie = flashTrie(folded);
  return [
    { name: '@monyone/aho-corasick/fast', run: () => fast.matchInText(input) },
    { name: 'ahocorasick', run: () => plain.search(input) },
    { name: 'aho-corasick-node', run: () => node.match(input) },
    { name: 'fastscan', run: () => scanner.search(input) },
    { name: 'modern-ahocorasick', run: () => modern.search(input) },
    { name: 'trie of Maps (FlashText)', run: () => flashSearch(trie, input) },
    { name: 'RegExp', run: () => [...input.matchAll(expression)].length },
  ];
}

interface Trie {
  next: Map<string, Trie>;
  end: boolean;
}

/** FlashText (Singh 2017, arXiv:1711.00046): a trie walked from every word's beginning. */
function flashTrie(names: readonly string[]): Trie {
  const root: Trie = { next: new Map(), end: false };
  for (const name of names) {
    let node = root;
    for (const character of name) {
      let child = node.next.get(character);
      if (!child) {
        child = { next: new Map(), end: false };
        node.next.set(character, child);
      }
      node = child;
    }
    node.end = true;
  }
  return root;
}

function flashSearch(root: Trie, text: string): number[] {
  const hits: number[] = [];
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let i = 0; i < text.length; i++) {
    if (i > 0 && isWord(text[i - 1])) continue;
    let node: Trie | undefined = root;
    for (let j = i; node && j < text.length; j++) {
      node = node.next.get(text[j] as string);
      if (node?.end && !isWord(text[j + 1])) hits.push(i, j + 1);
    }
  }
  return hits;
}

function time(work: () => unknown, rounds: number): number {
  return median(
    Array.from({ length: rounds }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

function nanoseconds(milliseconds: number | undefined, text: string): number {
  return ((milliseconds ?? 0) * 1e6) / text.length;
}
