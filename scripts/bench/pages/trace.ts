/** What the extension's scripts do on the page's main thread, read from a trace: how long altogether, and in how long pieces. */
import { setTimeout } from 'node:timers/promises';
import type { Host } from './host.ts';

export interface ScriptWork {
  /** Milliseconds of processor time in all. */
  readonly total: number;
  /** Of the longest piece, after which the page had its turn. */
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: {
    readonly data?: { readonly url?: string; readonly stackTrace?: readonly { url?: string }[] };
  };
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];

/** Opens a page under the tracer. */
export async function traceScripts(host: Host, url: string, settle: number): Promise<ScriptWork> {
  const page = await host.browser.newPage();
  try {
    await page.tracing.start({ categories: CATEGORIES });
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await setTimeout(settle);
    const bytes = await page.tracing.stop();
    const { traceEvents } = JSON.parse(Buffer.from(bytes ?? []).toString()) as { traceEvents: TraceEvent[] };
    return workIn(traceEvents, `chrome-extension://${host.extensionId}/`);
  } finally {
    await page.close();
  }
}

function workIn(events: readonly TraceEvent[], prefix: string): ScriptWork {
  const own = events.filter(({ ph, args }) => ph === 'X' && args?.data?.url?.startsWith(prefix));
  const thread = mostCommon(own.map(({ pid, tid }) => `${pid}/${tid}`));
  const here = own.filter(({ pid, tid }) => `${pid}/${tid}` === thread).sort((a, b) => a.ts - b.ts);
  const microtasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunMicrotasks' && ph === 'X' && `${pid}/${tid}` === thread,
  );
  let total = 0;
  let longest = 0;
  let end = 0;
  for (const event of [...here, ...microtasks].sort((a, b) => a.ts - b.ts)) {
    // What stands inside another piece is counted with it.
    if (event.ts < end) continue;
    end = event.ts + (event.dur ?? 0);
    const time = (event.tdur ?? event.dur ?? 0) / 1000;
    total += time;
    longest = Math.max(longest, time);
  }
  return { total, longest };
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
