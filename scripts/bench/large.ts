/**
 * A hundred thousand names: more than pages are given. How much the engine holds in memory, and how long the first page
 * waits whose question wakes the worker, measured in the built extension.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Release } from '../../src/core/dataset/release.ts';
import { buildIndex } from '../../src/core/linking/build-index.ts';
import { compileForms } from '../../src/core/linking/forms.ts';
import { compileRules } from '../../src/core/linking/rules.ts';
import { packRules } from '../../src/core/linking/rules-bytes.ts';
import { anAlias, anEntity, aRelease } from '../../tests/helpers/builders.ts';
import { findChromium } from '../lib/browsers.mjs';
import { buildExtension } from '../lib/build.mjs';
import { callWorker, timeCall } from '../lib/extension-calls.ts';
import { launchBrowser } from '../lib/launch.ts';
import { waitFor } from '../lib/wait.ts';
import { makeNames, makeText } from './material.ts';
import { median } from './race.ts';
import { twoDigits } from './two-digits.ts';

const NAMES = 100_000;
const NAMES_OF_AN_ENTITY = 5;
/** The page that performance notes of this project have always used. */
const TEXT_LENGTH = 61_596;
const ROUNDS = 7;

export interface LargeFigures {
  /** Millions of bytes that the engine keeps in the worker: its two buffers are all there is. */
  readonly residentMb100k: number;
  /** Milliseconds from the question to the answer in the page that asks, the worker stopped before. */
  readonly firstAnswerMs100k: number;
  /** The same for a question about nothing but the dataset's version: what the browser takes to wake a worker, and ours to start. */
  readonly wakeMs: number;
  /** As the first, with the worker awake. */
  readonly answerMs100k: number;
}

export async function benchLarge(log: (line: string) => void): Promise<LargeFigures> {
  const names = makeNames(NAMES);
  const release = largeRelease(names);
  const rules = compileRules(release);
  const resident = buildIndex(compileForms(rules)).byteLength + packRules(rules).byteLength;
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-large-'));
  cpSync(buildExtension('chromium', 'production'), folder, { recursive: true });
  writeFileSync(join(folder, 'release.json'), JSON.stringify(release));
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium found: npm run setup gets one');
  const host = await launchBrowser({
    browser: 'chromium',
    executablePath,
    extension: folder,
    headless: true,
  });
  try {
    const sender = await host.openExtensionPage('popup.html');
    await waitFor(() => callWorker(sender, 'datasetInfo', null), {
      for: 'the large release to be imported',
      timeout: 120_000,
    });
    const text = makeText(TEXT_LENGTH, names.slice(0, 500)).slice(0, TEXT_LENGTH);
    const ask = async () => {
      const { milliseconds, reply } = await timeCall(sender, 'linkPage', {
        page: 'bench',
        from: null,
        language: 'en',
        changes: [{ at: 0, remove: 0, insert: text.split('\n\n') }],
      });
      if (reply.pieces.length === 0) throw new Error('nothing was found by the worker');
      return milliseconds;
    };
    const stopWorker = async () => {
      const target = await host.browser.waitForTarget((t) => t.type() === 'service_worker');
      await (await target.worker())?.close();
      await setTimeout(300);
    };
    const wake: number[] = [];
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await stopWorker();
      wake.push((await timeCall(sender, 'datasetInfo', null)).milliseconds);
      await stopWorker();
      cold.push(await ask());
      await ask();
      warm.push(await ask());
    }
    const figures = {
      residentMb100k: twoDigits(resident / 1e6),
      firstAnswerMs100k: twoDigits(median(cold)),
      wakeMs: twoDigits(median(wake)),
      answerMs100k: twoDigits(median(warm)),
    };
    log(
      `matcher: ${NAMES} names in the worker: ${figures.residentMb100k} MB, first answer ${figures.firstAnswerMs100k} ms (${figures.wakeMs} of them to wake it), then ${figures.answerMs100k} ms`,
    );
    return figures;
  } finally {
    await host.browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function largeRelease(names: readonly string[]): Release {
  return aRelease({
    entities: Array.from({ length: names.length / NAMES_OF_AN_ENTITY }, (_, i) =>
      anEntity({ id: `entity-${i}`, name: names[i * NAMES_OF_AN_ENTITY] ?? '' }),
    ),
    aliases: names.map((text, i) =>
      anAlias({
        entity: `entity-${Math.floor(i / NAMES_OF_AN_ENTITY)}`,
        text,
        lang: /\p{Script=Han}/u.test(text) ? 'zh' : 'und',
      }),
    ),
  });
}
