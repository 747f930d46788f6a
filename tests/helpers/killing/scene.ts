/** A reader's extension at a moment of its life, and what is asked of it there: what the tables of tests/full/killed are about. */
import type { Annotation } from '../../../src/core/annotation/annotation.ts';
import { hasHint } from '../../../src/core/annotation/hint.ts';
import { pageKeys } from '../../../src/core/annotation/page-key.ts';
import type { Card } from '../../../src/core/dataset/card.ts';
import type { Release } from '../../../src/core/dataset/release.ts';
import type { BackupToWorker } from '../../../src/messages/backup-to-worker.ts';
import {
  CallError,
  type CallMessage,
  type Calls,
  type ReplyMessage,
} from '../../../src/messages/envelope.ts';
import type { NotesToWorker } from '../../../src/messages/notes-to-worker.ts';
import type { ToLibrary } from '../../../src/messages/to-library.ts';
import type { ToWorker } from '../../../src/messages/to-worker.ts';
import type { RepositoryState } from '../../../src/messages/update-state.ts';
import { anAlias, anEntity, aRelease, aStatement } from '../builders.ts';
import { Ended, type Extension, type From, startExtension } from './extension.ts';
import type { Surroundings } from './globals.ts';
import { type Kept, leftovers } from './kept.ts';
import { IDS } from './sites.ts';

/** A small release whose every statement says its version: a mix of two cannot go unseen. */
export function smallRelease(version: string, over: Partial<Release> = {}): Release {
  return aRelease({
    version,
    entities: IDS.map((id, i) =>
      anEntity({
        id,
        name: `Entity ${i}`,
        relations:
          i === 0
            ? [{ type: 'owned-by', target: 'e-1', sources: [{ source: 'e-0/page', passage: 'p' }] }]
            : [],
      }),
    ),
    statements: IDS.map((id) => aStatement({ id: `${id}/s`, text: { en: `As of ${version}.` } })),
    aliases: IDS.map((id, i) => anAlias({ entity: id, text: `Entity ${i}` })),
    ...over,
  });
}

/** Everything that may be asked, of whom and by whom. */
export interface Asked {
  readonly worker: Calls<ToWorker>;
  /** The same from a page of the web. */
  readonly workerFromPage: Calls<ToWorker>;
  readonly notes: Calls<NotesToWorker>;
  readonly backup: Calls<BackupToWorker>;
  readonly library: Calls<ToLibrary>;
}

/** Sends each call once. Rejects with CallError when it is refused, and with Ended when the process ends before it answers. */
export function askingOf(extension: Extension): Asked {
  const calls = <P>(send: (message: CallMessage) => Promise<ReplyMessage>) =>
    new Proxy({} as Calls<P>, {
      get: (_, name) => async (argument: unknown) => {
        const reply = await send({ sidelight: 'call', name: String(name), argument });
        if (!isReply(reply)) throw new Error(`${String(name)} was answered with ${JSON.stringify(reply)}`);
        if (!reply.ok) throw new CallError(reply.code, reply.message);
        return reply.value;
      },
    });
  const from = (sender: From) => (message: CallMessage) => extension.call(message, sender);
  return {
    worker: calls(from('own page')),
    workerFromPage: calls(from('page')),
    notes: calls(from('page')),
    backup: calls(from('own page')),
    library: calls((message) => extension.callEngine(message)),
  };
}

/** A success with a value, or a failure with a code and words: never nothing. */
function isReply(reply: unknown): reply is ReplyMessage {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  if (reply.ok === true) return 'value' in reply && reply.value !== undefined;
  return 'code' in reply && typeof reply.code === 'string' && 'message' in reply && reply.message !== '';
}

/** What a reader has and sees, as far as it matters which of two states it is. */
export interface View {
  readonly version: string;
  /** What the cards say, by entity. */
  readonly cards: readonly string[];
  readonly datasets: readonly string[];
  readonly notes: readonly Annotation[];
}

/** What is seen by who asks now. */
export async function viewOf(extension: Extension, pages: readonly string[]): Promise<View> {
  const { worker, notes } = askingOf(extension);
  const { version } = await worker.datasetInfo(null);
  const states = await worker.updateState(null);
  const ids = states.flatMap(({ id }) => (id === 'core' ? IDS : IDS.map((entity) => `${id}~${entity}`)));
  const cards = await worker.cards({ ids });
  const view: View = {
    version,
    cards: cards.map(said),
    datasets: states.map(datasetOf),
    notes: await notes.notesOnPage({ urls: pages }),
  };
  await extension.settled();
  return view;
}

function said({ id, statements, name }: Card): string {
  return `${id} ${name} ${statements.map(({ text }) => text.en).join(' ')}`;
}

function datasetOf({ id, label, colour, address, enabled, release, withdrawn }: RepositoryState): string {
  return JSON.stringify({ id, label, colour, address, enabled, release: release?.version, withdrawn });
}

/** What must hold at every moment, whatever was going on. Names what does not. */
export function brokenRules(kept: Kept, start: Kept): string[] {
  const broken: string[] = [];
  const hints = (kept.local.noteHints as string | undefined) ?? '';
  const rows = kept.databases['sidelight-library']?.tables.notes?.rows ?? [];
  for (const { id, page } of rows as readonly Annotation[])
    if (!hasHint(hints, pageKeys([page.url, page.canonical])))
      broken.push(`no page learns of the note ${id}`);
  const repositories = kept.databases['sidelight-dataset']?.tables.repositories?.rows ?? [];
  const isAsked = (repositories as readonly { address: string | null; told?: string; id: string }[]).some(
    ({ id, address, told }) => address !== null && (id !== 'core' || told === address),
  );
  if (isAsked && !('updates' in kept.alarms)) broken.push('no alarm will look for updates');
  if (Object.keys(kept.menus).length < Object.keys(start.menus).length)
    broken.push('the context menu lacks an entry');
  // What is written of a release, and what is taken away of one: not more than that may ever lie about.
  if (leftovers(kept) > 2 * (IDS.length + 1)) broken.push(`${leftovers(kept)} rows belong to no release`);
  return broken;
}

/** Starts a reader's extension, lets something happen there, and gives what is kept of it when nothing more is under way. */
export async function afterwards(
  from: Kept,
  surroundings: Surroundings,
  work: (asked: Asked, extension: Extension) => Promise<unknown>,
): Promise<Kept> {
  const extension = await startExtension(from, surroundings);
  await work(askingOf(extension), extension);
  await extension.settled();
  extension.end();
  return extension.kept();
}

export { Ended };
