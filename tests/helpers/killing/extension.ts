/**
 * An extension whose worker may end at any step: the whole worker, as it is built, in a process of its own over a browser in
 * memory. What the browser keeps (databases, storage.local, alarms, menus, tabs) outlives the process.
 */
import { createContext, Script } from 'node:vm';
import type { CallMessage, ReplyMessage } from '../../../src/messages/envelope.ts';
import { bundle } from '../bundle.ts';
import { type Events, ID, ORIGIN } from './browser-api.ts';
import { globalsOf, type Surroundings } from './globals.ts';
import { diskOf, type Kept, keptOf } from './kept.ts';
import { createLocks } from './locks.ts';
import { type Fate, LIVES, MortalProcess, turn } from './process.ts';

/** Milliseconds until a call counts as never answered. */
const PATIENCE = 8000;

/** Who sends a message. */
export type From = 'own page' | 'page' | 'private page';

let scripts: Promise<{ readonly worker: Script; readonly engine: Script }> | undefined;

function bundled() {
  scripts ??= Promise.all([
    bundle('killing/whole-worker.ts', 'worker'),
    bundle('killing/whole-engine.ts', 'engine'),
  ]).then(([worker, engine]) => ({
    worker: new Script(worker, { filename: 'worker.js' }),
    engine: new Script(engine, { filename: 'engine.js' }),
  }));
  return scripts;
}

/** A running process, and how the browser reaches it. */
interface Running {
  readonly process: MortalProcess;
  readonly events: Events;
}

export interface Extension {
  /** What was done outside that nothing is kept of: scripts run, tabs opened, messages sent, files written. */
  readonly effects: readonly string[];
  /** Calls the worker, which is started if none runs. Rejects when it ends before it answers. */
  call(message: CallMessage, from: From): Promise<ReplyMessage>;
  /** Calls the library page's engine, likewise. */
  callEngine(message: CallMessage): Promise<ReplyMessage>;
  /** Lets an event happen that the worker listens to, and waits until it has no more to do. */
  happen(event: string, ...args: unknown[]): Promise<void>;
  /** Events that the worker listens to. */
  events(): Promise<string[]>;
  /** Waits until nothing is under way. */
  settled(): Promise<void>;
  /** The next process to be started has this fate. */
  destine(fate: Fate): void;
  /** The process that runs, or ran last. */
  latest(): MortalProcess | null;
  /** Ends whatever runs. */
  end(): void;
  kept(): Promise<Kept>;
}

export async function startExtension(from: Kept, surroundings: Surroundings): Promise<Extension> {
  const code = await bundled();
  const disk = await diskOf(from);
  const running = new Map<'worker' | 'engine', Running>();
  const locks = createLocks();
  let nextFate: Fate = LIVES;
  let latest: MortalProcess | null = null;
  let ids = 0;

  const start = (kind: 'worker' | 'engine'): Running => {
    const process = new MortalProcess(nextFate);
    nextFate = LIVES;
    latest = process;
    const events: Events = new Map();
    const started: Running = { process, events };
    running.set(kind, started);
    process.onEnd(() => running.delete(kind));
    const globals = globalsOf({ process, disk, events, surroundings, locks, nextId: () => ++ids });
    const context = createContext(globals);
    STEADY.runInContext(context);
    code[kind].runInContext(context);
    return started;
  };
  const worker = () => running.get('worker') ?? start('worker');

  /** The answer; rejects when the process ends before, or never answers. */
  const answered = ({ process }: Running, send: (reply: (message: ReplyMessage) => void) => void) =>
    new Promise<ReplyMessage>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`never answered; last step: ${process.steps.at(-1)?.what}`)),
        PATIENCE,
      );
      process.onEnd(() => {
        clearTimeout(late);
        reject(new Ended());
      });
      send((reply) => {
        clearTimeout(late);
        if (!process.isDead) resolve(reply);
      });
    });

  const extension: Extension = {
    effects: disk.effects,
    call: (message, sender) => {
      const to = worker();
      return answered(to, (reply) => {
        const heard = to.events
          .get('runtime.onMessage')
          ?.map((listener) => listener(structuredClone(message), senderOf(sender), reply));
        if (!heard?.includes(true)) throw new Error(`nobody listens to ${message.name}`);
      });
    },
    callEngine: (message) => {
      const to = running.get('engine') ?? start('engine');
      return answered(to, (reply) => {
        for (const listener of to.events.get('message') ?? [])
          listener({ data: message, ports: [{ postMessage: reply }] });
      });
    },
    async happen(name, ...args) {
      const { events, process } = worker();
      // An alarm without a period goes off once.
      const [{ name: alarm } = { name: '' }] = args as { name: string }[];
      if (name === 'alarms.onAlarm' && !('periodInMinutes' in ((disk.alarms.get(alarm) as object) ?? {})))
        disk.alarms.delete(alarm);
      for (const listener of events.get(name) ?? []) listener(...args);
      await process.settled();
    },
    events: async () => [...worker().events.keys()],
    settled: async () => {
      await Promise.all([...running.values()].map(({ process }) => process.settled()));
      // What a process left under way when it ended is undone first.
      await turn();
    },
    destine(fate) {
      nextFate = fate;
    },
    latest: () => latest,
    end() {
      for (const { process } of [...running.values()]) process.end();
    },
    kept: () => keptOf(disk),
  };
  return extension;
}

/** The process ended before it answered. */
export class Ended extends Error {
  override name = 'Ended';
}

function senderOf(from: From) {
  if (from === 'own page') return { id: ID, url: `${ORIGIN}/options.html` };
  const incognito = from === 'private page';
  return { id: ID, url: 'https://news.example/cameras', frameId: 0, tab: { id: 1, incognito } };
}

/** The same draws every time. */
const STEADY = new Script('Math.random = () => 0.5;');
