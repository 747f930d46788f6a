/** A tour of one page without a person: wait for the marks, point at one mention, look at its card, take a picture. */
import type { PageReport, ReportedMention } from '../../src/messages/to-page.ts';
import { type Article, CoveredMention, openArticle } from '../lib/article.ts';
import { callWorker } from '../lib/extension-calls.ts';
import type { BrowserWithExtension } from '../lib/launch.ts';
import { writeScreenshot } from '../lib/screenshot.ts';
import { type Findings, findingsOf } from './findings.ts';

export interface Tour {
  readonly report: PageReport;
  readonly findings: Findings;
  /** The mention whose card was opened; null when the page has none. */
  readonly opened: ReportedMention | null;
}

export async function takeTour(
  host: BrowserWithExtension,
  url: string,
  screenshot: string,
  timings: Readonly<Record<string, number>>,
): Promise<Tour> {
  const sender = await host.openExtensionPage('popup.html');
  const before = performance.now();
  await callWorker(sender, 'datasetInfo', null);
  const start = performance.now();
  const article = await openArticle(host, { sender, url });
  const report = await article.waitForMarks();
  const marks = performance.now() - start;
  const opened = await openOneCard(article, report);
  await writeScreenshot(article.page, screenshot);
  const spent = {
    ...timings,
    dataset: start - before,
    marks,
    ...(opened ? { card: opened.milliseconds } : {}),
  };
  return {
    report,
    findings: findingsOf(report, opened?.card ?? null, rounded(spent)),
    opened: opened?.mention ?? null,
  };
}

/** Hovers over a project if the page names one (its card tells most), else over the first mention that can be reached. */
async function openOneCard(article: Article, { mentions }: PageReport) {
  const order = [...mentions.keys()].sort((a, b) => rank(mentions[a]) - rank(mentions[b]) || a - b);
  let covered: CoveredMention | null = null;
  for (const index of order) {
    const mention = mentions[index];
    if (!mention) continue;
    try {
      await article.hover(index);
    } catch (error) {
      if (!(error instanceof CoveredMention)) throw error;
      covered ??= error;
      continue;
    }
    const start = performance.now();
    const { card } = await article.waitForCard(mention.entity);
    return { mention, card, milliseconds: performance.now() - start };
  }
  if (covered) throw covered;
  return null;
}

function rank(mention: ReportedMention | undefined): number {
  return mention?.kind === 'project' ? 0 : 1;
}

function rounded(timings: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(timings).map(([name, value]) => [name, Math.round(value * 10) / 10]),
  );
}
