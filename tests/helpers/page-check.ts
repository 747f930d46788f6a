/** Opens a page fixture in a browser with the extension, goes through its steps and compares what is marked with what is expected. */
import { setTimeout } from 'node:timers/promises';
import type { Frame, Page, ScreenshotClip } from 'puppeteer-core';
import { folderSite, type PageServer, type Site, serve } from '../../scripts/lib/serve.ts';
import { waitFor } from '../../scripts/lib/wait.ts';
import type { TestBrowser } from './browser.ts';
import type { ExpectedPage, PageFixture, Step } from './page-fixtures.ts';

/** Milliseconds that a page is watched after it is as it should be: what comes late counts. */
const SETTLE = 700;
const TIMEOUT = 12_000;
/** Milliseconds for a frame to say what is marked in it. */
const ANSWER = 4000;

/** What is wrong with a page, in words; empty when it is as expected. */
export async function checkPage(browser: TestBrowser, { folder, expected }: PageFixture): Promise<string[]> {
  const other = await serve(folderSite(folder));
  const site = await serve(withOrigin(folderSite(folder, expected.headers), other.origin));
  const page = await browser.browser.newPage();
  try {
    return await checkIn(page, `${site.origin}/${expected.file ?? 'source.html'}`, expected);
  } finally {
    await page.close();
    await Promise.all([site, other].map((server: PageServer) => server.close()));
  }
}

async function checkIn(page: Page, url: string, expected: ExpectedPage): Promise<string[]> {
  const problems: string[] = [];
  page.on('pageerror', (error) => {
    // The browser asks for it by itself, and a strict policy forbids it.
    if (!/favicon\.ico/.test(String(error))) problems.push(`an error on the page: ${String(error)}`);
  });
  page.on('console', (message) => {
    // The last of these is said about the driver's own code in a frame that runs no scripts.
    if (
      message.type() === 'error' &&
      !/Failed to load resource|404|favicon\.ico|Blocked script execution/.test(message.text())
    )
      problems.push(`an error in its console: ${message.text()}`);
  });
  await page.evaluateOnNewDocument(keepFirstSerialisation);
  await page.bringToFront();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  for (const step of expected.steps) problems.push(...(await take(page, step)));
  const musts = expected.must.map(({ text }) => text);
  const lacking = async () => lackingIn(await marksOf(page), musts);
  await lastAnswer(lacking, TIMEOUT);
  await setTimeout(SETTLE);
  // On a page that never rests a mark may be missing at one moment, while its words are written anew.
  for (const text of await lastAnswer(lacking, 2000)) problems.push(`“${text}” is not marked`);
  for (const { text, selector, reason } of expected.mustNot)
    if (await isMarkedIn(page, text, selector))
      problems.push(`“${text}” is marked in ${selector} (${reason})`);
  for (const invariant of expected.invariants) problems.push(...(await breach(page, invariant)));
  return problems;
}

async function take(page: Page, step: Step): Promise<string[]> {
  if (step.do === 'wait') await setTimeout(step.ms);
  else if (step.do === 'click') await page.click(step.selector);
  else if (step.do === 'type') await page.type(step.selector, step.text);
  else if (step.do === 'media') await page.emulateMediaType(step.type).catch(() => undefined);
  else if (step.do === 'evaluate') await page.evaluate(step.code);
  else if (step.do === 'scroll') {
    for (let i = 0; i < (step.repeat ?? 1); i++) {
      await page.evaluate(
        (down) => scrollTo(0, down ? document.documentElement.scrollHeight : 0),
        step.to === 'bottom',
      );
      await setTimeout(step.pause_ms ?? 200);
    }
  } else {
    const { must = [], mustNot = [], none = false } = step;
    const wrong = async () => {
      const marked = await marksOf(page);
      return [
        ...lackingIn(marked, must).map((text) => `“${text}” is not marked at a step`),
        ...marked
          .filter((text) => none || mustNot.map(plain).includes(text))
          .map((text) => `“${text}” is marked at a step`),
      ];
    };
    const problems = await lastAnswer(wrong, TIMEOUT);
    // A page that was not read yet has no marks either: what must not come is given the time to come.
    if (problems.length > 0 || (!none && mustNot.length === 0)) return problems;
    await setTimeout(SETTLE);
    return lastAnswer(wrong, 2000);
  }
  return [];
}

/** Asks what is wrong until nothing is or the time is over. That answer counts: asked anew, a page may say another thing. */
async function lastAnswer(wrong: () => Promise<string[]>, timeout: number): Promise<string[]> {
  const answers: string[][] = [];
  const isRight = async () => {
    const answer = await wrong();
    answers.push(answer);
    return answer.length === 0;
  };
  await waitFor(isRight, { for: 'what is expected', timeout }).catch(() => undefined);
  // Without any answer nothing is known of the page.
  return answers.at(-1) ?? wrong();
}

async function breach(page: Page, invariant: ExpectedPage['invariants'][number]): Promise<string[]> {
  if (invariant === 'still')
    return (await page.evaluate(isAsParsed)) ? [] : ['the DOM is not what it was when it was parsed'];
  if (invariant === 'painted') return (await isPainted(page)) ? [] : ['a mark is there, but is not painted'];
  if (typeof invariant === 'string') return [];
  return (await page.evaluate(invariant.page)) === true ? [] : [`${invariant.page} does not hold`];
}

/** Of the texts, those that are marked less often than they are listed. */
function lackingIn(marked: readonly string[], texts: readonly string[]): string[] {
  const left = [...marked];
  return texts.filter((text) => {
    const at = left.indexOf(plain(text));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Text of every mark of ours, in every frame, as `plain` writes it. */
async function marksOf(page: Page): Promise<string[]> {
  const found = await Promise.all(page.frames().map((frame) => marksIn(frame)));
  return found.flat().map(plain);
}

/** A frame that is gone has no marks. One that does not answer may have some: that it has none must not be taken from it. */
async function marksIn(frame: Frame): Promise<string[]> {
  try {
    const marks = await Promise.race([
      frame.evaluate(ownMarks),
      // A question that comes upon a navigation is never answered: it is asked anew.
      setTimeout(ANSWER).then(() => Promise.reject(new Error(`no answer from ${frame.url()}`))),
    ]);
    return marks.map(({ text }) => text);
  } catch (error) {
    if (frame.detached) return [];
    throw error;
  }
}

async function isMarkedIn(page: Page, text: string, selector: string): Promise<boolean> {
  const marks = await page.evaluate(ownMarks, selector);
  return marks.some((mark) => mark.inside && plain(mark.text) === plain(text));
}

/** Takes the marks away for a moment and compares pictures of where each of them was. */
async function isPainted(page: Page): Promise<boolean> {
  const clips = (await page.evaluate(boxesOfMarks)).map((box) => ({
    x: Math.max(0, box.x - 2),
    y: Math.max(0, box.y - 2),
    width: box.width + 4,
    height: box.height + 8,
  }));
  const marked: Uint8Array[] = [];
  for (const clip of clips) marked.push(await page.screenshot({ clip }));
  const bare = await picturesWithoutMarks(page, clips);
  return clips.length > 0 && marked.every((picture, i) => Buffer.compare(picture, bare[i] ?? picture) !== 0);
}

/**
 * The extension puts marks back within a second: pictures count that were taken before that, and after as many of them as
 * there was time for the marks are taken away again.
 */
async function picturesWithoutMarks(page: Page, clips: readonly ScreenshotClip[]): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  await waitFor(
    async () => {
      await page.evaluate(() => CSS.highlights.clear());
      for (const clip of clips.slice(pictures.length)) {
        const picture = await page.screenshot({ clip });
        if (!(await page.evaluate(() => CSS.highlights.size === 0))) return false;
        pictures.push(picture);
      }
      return true;
    },
    { for: 'pictures without marks', timeout: 30_000 },
  );
  return pictures;
}

function plain(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withOrigin(site: Site, other: string): Site {
  return async (path) => {
    const answer = await site(path);
    if (!answer || !/html/.test(answer.headers?.['content-type'] ?? '')) return answer;
    return { ...answer, body: Buffer.from(answer.body).toString('utf8').replaceAll('{{other}}', other) };
  };
}

// What follows runs in the page: each function carries everything it needs.

interface OwnMark {
  readonly text: string;
  /** It stands inside what the selector finds. */
  readonly inside: boolean;
}

function ownMarks(selector?: string): OwnMark[] {
  const found: OwnMark[] = [];
  for (const [key, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
    if (!key.startsWith('sidelight-')) continue;
    for (const range of highlight) {
      const live = document.createRange();
      try {
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
      } catch {
        continue; // Its text was shortened a moment ago; such a range is not painted.
      }
      if (!live.startContainer.isConnected) continue;
      let inside = false;
      try {
        for (let at: Element | null = live.startContainer.parentElement; selector && at && !inside; ) {
          inside = at.closest(selector) !== null;
          const root = at.getRootNode();
          at = root instanceof ShadowRoot ? root.host : null;
        }
      } catch {
        // Not a selector but words for people.
      }
      found.push({ text: live.toString(), inside });
    }
  }
  return found;
}

function boxesOfMarks(): { x: number; y: number; width: number; height: number }[] {
  const boxes: { x: number; y: number; width: number; height: number }[] = [];
  for (const [key, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
    // The quiet ones (b) look like the text they are.
    if (!key.startsWith('sidelight-') || key === 'sidelight-b') continue;
    for (const range of highlight) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const box = live.getBoundingClientRect();
      if (box.width > 0)
        boxes.push({ x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height });
    }
  }
  return boxes;
}

function keepFirstSerialisation(): void {
  document.addEventListener('DOMContentLoaded', () => {
    (globalThis as { asParsed?: string }).asParsed = document.documentElement.outerHTML;
  });
}

function isAsParsed(): boolean {
  return (globalThis as { asParsed?: string }).asParsed === document.documentElement.outerHTML;
}
