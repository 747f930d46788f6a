/**
 * A first, cold scan: the engine in a renderer that has run none of it; and beside it, as a yardstick, a regular expression of
 * the same names on a fifth of the text.
 */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { buildIndex } from '../../src/core/linking/build-index.ts';
import { MAY_DECLINE } from '../../src/core/linking/form.ts';
import { fold } from '../../src/core/text/fold.ts';
import { findChromium } from '../lib/browsers.mjs';
import { toBase64 } from './base64.ts';
import { bundle } from './bundle.ts';
import { makeNames, makeText } from './material.ts';
import { median } from './race.ts';

const WORDS = 10_000;
const NAMES = 5_000;
const YARDSTICK_WORDS = 2_000;
const ROUNDS = 15;
/** A renderer that is still starting shares its processor with its own start. */
const SETTLING_MS = 300;

export interface ColdFigures {
  /** Milliseconds from the index's bytes to all hits in a page of 10,000 words. */
  readonly coldMs10kWords: number;
  /** From the names to all hits of one regular expression in a page of 2,000. */
  readonly coldRegExpMs2kWords: number;
}

/** Medians, each time in a new renderer. */
export async function benchCold(log: (line: string) => void): Promise<ColdFigures> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium found: npm run setup gets one');
  const names = makeNames(NAMES);
  const index = toBase64(
    buildIndex(names.map((name, target) => ({ text: fold(name), target, declined: MAY_DECLINE }))),
  );
  const text = firstWords(makeText(WORDS * 12, names.slice(0, 500)), WORDS);
  const script = await bundle(resolve(import.meta.dirname, 'cold-page.ts'), 'iife');
  const browser = await puppeteer.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const ours: number[] = [];
    const expression: number[] = [];
    const little = firstWords(text, YARDSTICK_WORDS);
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await inNewRenderer(browser, script, (page) => page.evaluate(scanOurs, index, text)));
      expression.push(await inNewRenderer(browser, script, (page) => page.evaluate(scanBy, names, little)));
    }
    const figures = { coldMs10kWords: median(ours), coldRegExpMs2kWords: median(expression) };
    log(
      `matcher: cold, in a fresh renderer: ${WORDS} words ${figures.coldMs10kWords.toFixed(1)} ms; a regular expression of the same names ${YARDSTICK_WORDS} words ${figures.coldRegExpMs2kWords.toFixed(1)} ms`,
    );
    return figures;
  } finally {
    await browser.close();
  }
}

const scanOurs = (index: string, text: string) => window.scanCold(index, text);
const scanBy = (names: readonly string[], text: string) => window.scanByExpression(names, text);

/** Contexts share no renderer: each is a process that has run nothing yet. */
async function inNewRenderer(
  browser: Browser,
  script: string,
  scan: (page: Page) => Promise<{ readonly milliseconds: number }>,
): Promise<number> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.evaluate(script);
    await setTimeout(SETTLING_MS);
    return (await scan(page)).milliseconds;
  } finally {
    await context.close();
  }
}

function firstWords(text: string, count: number): string {
  let end = 0;
  for (let words = 0; words < count && end >= 0; words++) end = text.indexOf(' ', end + 1);
  return text.slice(0, end < 0 ? text.length : end);
}
