/**
 * The worker and the library's engine, whole, killed before and after everything that they ask of the world outside, for every
 * message and every event there is; and the same with each of these refused, as on a full disk. What is found afterwards is
 * what was there before or what was to be, asked once more it is done, and then it is as if nothing had ever gone wrong:
 * nothing done twice, nothing left behind.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasetIdOf } from '../../src/core/dataset/namespace.ts';
import { CallError } from '../../src/messages/envelope.ts';
import { openDesk } from '../helpers/desk.ts';
import { type Extension, startExtension } from '../helpers/killing/extension.ts';
import type { Surroundings } from '../helpers/killing/globals.ts';
import { comparable, type Kept, NOTHING_KEPT } from '../helpers/killing/kept.ts';
import type { Fate, Step } from '../helpers/killing/process.ts';
import {
  BACKUP_ROWS,
  EVENT_ROWS,
  type Given,
  LIBRARY_ROWS,
  NOTES,
  NOTES_ROWS,
  PAGES,
  type Row,
  WORKER_ROWS,
} from '../helpers/killing/rows.ts';
import {
  afterwards,
  askingOf,
  brokenRules,
  Ended,
  smallRelease,
  type View,
  viewOf,
} from '../helpers/killing/scene.ts';
import { ADDED_SITE, CORE_SITE } from '../helpers/killing/sites.ts';

const [OLDEST, OLD, NEW] = ['2026.11.10', '2026.11.20', '2026.11.21'];
const rows = Object.entries({
  ...WORKER_ROWS,
  ...NOTES_ROWS,
  ...BACKUP_ROWS,
  ...LIBRARY_ROWS,
  ...EVENT_ROWS,
}).flatMap(([name, list]) =>
  list.map((row): [string, Row] => [`${name}${row.about ? ` ${row.about}` : ''}`, row]),
);

let folder: string;
let given: Given;
let now: number;
let roots: readonly string[];
/** The reader that most rows are about. */
let ordinary: Kept;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-killed-'));
  const desks = [await openDesk(), await openDesk()];
  for (const version of [OLD, NEW])
    for (const [i, desk] of desks.entries()) {
      await desk.ship(smallRelease(version ?? ''));
      cpSync(desk.site, join(folder, `${version}-${i}`), { recursive: true });
    }
  const fingerprint = desks[1]?.fingerprint() ?? '';
  given = { fingerprint, added: datasetIdOf(fingerprint) };
  roots = desks.map((desk) => desk.root());
  for (const desk of desks) desk.remove();
  now = Date.now();
  ordinary = await afterwards(NOTHING_KEPT, surroundings({}), async (asked, extension) => {
    await extension.happen('runtime.onInstalled', { reason: 'install' });
    await asked.worker.updatePlaceShown({ address: CORE_SITE });
    for (const note of NOTES) await asked.notes.saveNote({ note });
    const { library } = asked;
    await library.open(null);
  });
  expect((await seen(ordinary, surroundings({}))).version).toBe(OLD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function surroundings({ newer, hasHiddenPage = false }: Pick<Row, 'newer' | 'hasHiddenPage'>): Surroundings {
  const served = newer === 'served' ? NEW : OLD;
  const updates = { address: CORE_SITE, root: roots[0] ?? '' };
  const words = (language: string) =>
    JSON.stringify({ language, locale: language, direction: 'ltr', tables: {} });
  return {
    now,
    hasHiddenPage,
    version: newer === 'packaged' ? '0.2.0' : '0.1.0',
    packaged: {
      '/release.json': JSON.stringify(smallRelease((newer === 'packaged' ? NEW : OLDEST) ?? '', { updates })),
      ...Object.fromEntries(
        ['card', 'notes', 'announce'].map((part) => [`/words/de.${part}.json`, words('de')]),
      ),
    },
    sites: { [CORE_SITE]: join(folder, `${served}-0`), [ADDED_SITE]: join(folder, `${served}-1`) },
  };
}

function seen(kept: Kept, around: Surroundings): Promise<View> {
  return startExtension(kept, around).then(async (extension) => {
    const view = await viewOf(extension, PAGES);
    extension.end();
    return view;
  });
}

/** What a row is about, and how it goes when nothing goes wrong. */
interface Unharmed {
  readonly start: Kept;
  readonly around: Surroundings;
  readonly before: View;
  readonly after: View;
  /** After somebody has looked. */
  readonly kept: Record<string, unknown>;
  readonly effects: readonly string[];
  /** Steps of its process, and how many of them come before what is asked. */
  readonly steps: readonly Step[];
  readonly first: number;
}

async function unharmed(row: Row): Promise<Unharmed> {
  const around = surroundings(row);
  const prepared = row.before
    ? await afterwards(
        row.isNew ? NOTHING_KEPT : ordinary,
        { ...around, ...surroundings({}) },
        async (asked) => row.before?.(asked, given),
      )
    : row.isNew
      ? NOTHING_KEPT
      : ordinary;
  const start = row.with?.(prepared) ?? prepared;
  const extension = await startExtension(start, around);
  const first = await begun(row, extension);
  await row.ask(askingOf(extension), extension, given);
  await extension.settled();
  const steps = [...(extension.latest()?.steps ?? [])];
  const effects = [...extension.effects];
  const kept = await extension.kept();
  await viewOf(extension, PAGES);
  const keptThen = comparable(await extension.kept());
  extension.end();
  return {
    start,
    around,
    before: await seen(start, around),
    after: await seen(kept, around),
    kept: keptThen,
    effects,
    steps,
    first,
  };
}

/** Does what comes first; the number of steps it took. */
async function begun(row: Row, extension: Extension): Promise<number> {
  if (!row.first) return 0;
  await row.first(askingOf(extension));
  await extension.settled();
  return extension.latest()?.steps.length ?? 0;
}

/**
 * Every way in which what is asked can end at a step. A commit cannot be undone, only not be heard of; and before a step that
 * follows a mere reading, nothing is kept but what was kept before that.
 */
function endsOf({ steps, first }: Unharmed): Fate[] {
  return steps.flatMap(({ what, isWrite }, i): Fate[] => {
    if (i < first) return [];
    const at = i + 1;
    const before: Fate = { kind: 'killed', at, when: 'before' };
    const after: Fate = { kind: 'killed', at, when: 'after' };
    if (what.endsWith('.commit')) return [after];
    const isNew = i === first || (steps[i - 1]?.isWrite ?? true);
    return [...(isNew ? [before] : []), ...(isWrite ? [after] : [])];
  });
}

/** Every step that can be refused. Of the same reading many times in a row, the first. */
function refusalsOf({ steps, first }: Unharmed): Fate[] {
  return steps.flatMap(({ what, isWrite }, i): Fate[] => {
    const isAgain = !isWrite && i > first && steps[i - 1]?.what === what;
    return i < first || isAgain || what.endsWith('.commit') ? [] : [{ kind: 'refused', at: i + 1 }];
  });
}

function told(fate: Fate, { steps }: Unharmed): string {
  if (fate.kind === 'lives') return 'unharmed';
  const what = steps[fate.at - 1]?.what;
  return `${fate.kind} ${fate.kind === 'killed' ? `${fate.when} ` : 'at '}step ${fate.at} (${what})`;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What is seen is what was seen before, or what is to be seen afterwards, or what the row says may be between. */
function expectOneOf(
  at: string,
  view: View,
  { before, after }: Unharmed,
  between: Row['between'] = [],
): void {
  if (same(view, after) || between.some((is) => is(view, before, after))) return;
  expect([at, view]).toEqual([at, before]);
}

/** Asked once more, it is done, and nothing tells that anything ever went wrong. */
async function expectDone(at: string, row: Row, well: Unharmed, extension: Extension): Promise<void> {
  await (row.afterwards
    ? row.afterwards(askingOf(extension), given, extension)
    : row.ask(askingOf(extension), extension, given));
  await extension.settled();
  // An index of names that is not the right one any more is made anew for whoever looks next.
  await viewOf(extension, PAGES);
  const kept = await extension.kept();
  expect([at, comparable(kept)]).toEqual([at, well.kept]);
  expect([at, brokenRules(kept, well.start)]).toEqual([at, []]);
  if (row.afterwards) return;
  const missing = well.effects.filter((effect) => !extension.effects.includes(effect));
  expect([at, missing]).toEqual([at, []]);
}

test('every event that the worker listens to has its row', async () => {
  const extension = await startExtension(NOTHING_KEPT, surroundings({}));
  // Those of the web have no dot in their names.
  const events = (await extension.events()).filter((event) => event.includes('.'));
  extension.end();
  // Its messages have rows of their own (tests/house/killed-rows.test.ts).
  expect(events.filter((event) => event !== 'runtime.onMessage').sort()).toEqual(
    Object.keys(EVENT_ROWS).sort(),
  );
});

describe('killed at every step', () => {
  test.each(rows)('%s', { timeout: 240_000 }, async (_, row) => {
    const well = await unharmed(row);
    const { start, around } = well;
    const looked = new Set<string>();
    let killed = 0;
    // What is answered from memory asks nothing of anybody.
    const fates = endsOf(well);
    for (const fate of fates) {
      const at = told(fate, well);
      const extension = await startExtension(start, around);
      extension.destine(fate);
      await begun(row, extension);
      await row.ask(askingOf(extension), extension, given).catch((error: unknown) => {
        if (!(error instanceof Ended)) throw new Error(at, { cause: error });
      });
      await extension.settled();
      if (extension.latest()?.isDead) killed++;
      extension.end();
      const found = await extension.kept();
      expect([at, brokenRules(found, start)]).toEqual([at, []]);
      // Nothing is left of the process but this: from the same state, all goes on in the same way.
      const state = JSON.stringify(comparable(found));
      if (looked.has(state)) continue;
      looked.add(state);
      const view = await seen(found, around);
      expectOneOf(at, view, well, row.between);
      if (row.once && !same(view, well.before)) continue;
      await begun(row, extension);
      await expectDone(at, row, well, extension);
      extension.end();
    }
    expect(killed > 0).toBe(fates.length > 0);
  });
});

describe('refused at every step', () => {
  test.each(rows)('%s', { timeout: 240_000 }, async (_, row) => {
    const well = await unharmed(row);
    const { start, around } = well;
    for (const fate of refusalsOf(well)) {
      const about = told(fate, well);
      const extension = await startExtension(start, around);
      extension.destine(fate);
      await begun(row, extension);
      await row.ask(askingOf(extension), extension, given).catch((error: unknown) => {
        if (!(error instanceof CallError)) throw new Error(about, { cause: error });
        // A reader can do something about a disk that is full, and is told.
        const step = fate.kind === 'lives' ? undefined : well.steps[fate.at - 1];
        if (step?.isWrite && /^sidelight-library\.\w+\.\w+$/.test(step.what))
          expect([about, error.code]).toEqual([about, 'full']);
      });
      await extension.settled();
      // The same process goes on.
      const view = await viewOf(extension, PAGES).catch((cause: unknown) => {
        throw new Error(`${about}: nothing can be seen any more`, { cause });
      });
      expectOneOf(about, view, well, [...(row.between ?? []), ...(row.betweenRefusals ?? [])]);
      if (!row.once || same(view, well.before)) {
        const then = row.afterRefusal ?? row.afterwards;
        await (then
          ? then(askingOf(extension), given, extension)
          : row.ask(askingOf(extension), extension, given));
        await extension.settled();
        await viewOf(extension, PAGES);
        expect([about, comparable(await extension.kept())]).toEqual([about, well.kept]);
      }
      extension.end();
    }
  });
});
