/** A first, cold scan: the engine in a renderer that has run none of it, as every reader's page is. */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser } from 'puppeteer-core';
import { MAY_DECLINE } from '../../src/core/linking/form.ts';
import { buildIndex } from '../../src/core/linking/index-bytes.ts';
import { fold } from '../../src/core/text/fold.ts';
import { findChromium } from '../lib/browsers.mjs';
import { toBase64 } from './base64.ts';
import { bundle } from './bundle.ts';
import { makeNames, makeText } from './material.ts';
import { median } from './race.ts';

const WORDS = 10_000;
const NAMES = 5_000;
const ROUNDS = 15;
/** A renderer that is still starting shares its processor with its own start. */
const SETTLING_MS = 300;

/** Median milliseconds from the index's bytes to all hits in a page of 10,000 words, each time in a new renderer. */
export async function benchCold(log: (line: string) => void): Promise<number> {
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
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      times.push(await scanInNewRenderer(browser, script, index, text));
    const result = median(times);
    log(`matcher: cold, ${WORDS} words in a fresh renderer: ${result.toFixed(1)} ms`);
    return result;
  } finally {
    await browser.close();
  }
}

/** Contexts share no renderer: each is a process that has run nothing yet. */
async function scanInNewRenderer(
  browser: Browser,
  script: string,
  index: string,
  text: string,
): Promise<number> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.evaluate(script);
    await setTimeout(SETTLING_MS);
    const { milliseconds } = await page.evaluate((i, t) => window.scanCold(i, t), index, text);
    return milliseconds;
  } finally {
    await context.close();
  }
}

function firstWords(text: string, count: number): string {
  let end = 0;
  for (let words = 0; words < count && end >= 0; words++) end = text.indexOf(' ', end + 1);
  return text.slice(0, end < 0 ? text.length : end);
}
