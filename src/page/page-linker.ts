/** Linking a page's text by the worker, which remembers it: the page sends its changes and hears what they have changed. */
import type { LinkedMention } from '../core/linking/link.ts';
import type { Calls } from '../messages/envelope.ts';
import type { Announced, LinkPageReply, PageLinked, ToWorker } from '../messages/to-worker.ts';
import type { Splice } from './read/page-text.ts';
import type { Piece } from './read/piece.ts';

export interface LinkedPage {
  /** All pieces are told about: those that are not listed have no mentions. */
  readonly whole: boolean;
  readonly pieces: readonly LinkedPiece[];
  /** Names of all entities that mentions and their reasons speak of, by id. */
  readonly names: readonly (readonly [id: string, name: string])[];
  /** What a screen reader is told of all of them, where the worker has said it along. */
  readonly announcement: Announced | null;
}

/** Mentions of one piece, their places counted from its beginning. */
export interface LinkedPiece {
  readonly piece: Piece;
  readonly mentions: readonly LinkedMention[];
}

export interface PageLinker {
  /**
   * Links what has changed. Resolves with the pieces whose mentions are others now; with null when it is overtaken between two
   * parts of a long text. Rejects when the worker does not answer.
   */
  link(
    splices: readonly Splice[],
    pieces: readonly Piece[],
    language: string | null,
    overtaken?: () => boolean,
  ): Promise<LinkedPage | null>;
  /** The next call sends everything. */
  forget(): void;
}

interface Sent {
  readonly revision: number;
  readonly linked: LinkedPage;
}

/** UTF-16 units of one message. */
const MOST_UNITS = 100_000;

export function createPageLinker(worker: Pick<Calls<ToWorker>, 'linkPage'>): PageLinker {
  const page = randomId();
  let revision: number | null = null;
  let generation = 0;
  const send = (
    from: number | null,
    splices: readonly Splice[],
    language: string | null,
    more = false,
  ): Promise<PageLinked> =>
    worker.linkPage({
      page,
      from,
      language,
      changes: splices.map(({ at, remove, insert }) => ({
        at,
        remove,
        insert: insert.map(({ text }) => text),
      })),
      ...(more && { more }),
    });
  /** Everything, a part at a time: a message is made in one go, and a long one would hold the page up. */
  const sendAll = async (
    pieces: readonly Piece[],
    language: string | null,
    overtaken: () => boolean,
  ): Promise<Sent | null> => {
    let from: number | null = null;
    for (let at = 0; ; ) {
      const insert = batchFrom(pieces, at);
      const end = at + insert.length;
      const more = end < pieces.length;
      const reply: PageLinked = await send(from, [{ at, remove: 0, insert, out: [] }], language, more);
      const { revision, names, announcement } = reply;
      if (revision === null) throw new Error('the worker forgets faster than it is told');
      if (!more)
        return { revision, linked: { whole: true, pieces: unpack(reply, pieces), names, announcement } };
      if (overtaken()) return null;
      from = revision;
      at = end;
    }
  };
  const sendChanges = async (
    from: number,
    splices: readonly Splice[],
    pieces: readonly Piece[],
    language: string | null,
  ): Promise<Sent | null> => {
    const reply = await send(from, splices, language);
    if (reply.revision === null) return null;
    const linked = { whole: false, pieces: unpack(reply, pieces), names: reply.names, announcement: null };
    return { revision: reply.revision, linked };
  };
  return {
    async link(splices, pieces, language, overtaken = () => false) {
      const from = revision;
      const own = generation;
      // Should this call fail, the two sides may differ from here on.
      revision = null;
      const changed =
        from === null || isLong(splices) ? null : await sendChanges(from, splices, pieces, language);
      const sent = changed ?? (await sendAll(pieces, language, overtaken));
      if (!sent) return null;
      // Forgotten while it was on its way, it is not what the next changes lead on from.
      if (own === generation) revision = sent.revision;
      return sent.linked;
    },
    forget() {
      generation++;
      revision = null;
    },
  };
}

/** More new text than fits into a message. */
function isLong(splices: readonly Splice[]): boolean {
  let units = 0;
  for (const { insert } of splices) for (const { text } of insert) units += text.length;
  return units > MOST_UNITS;
}

/** As many pieces as fit into a message, one at least. */
function batchFrom(pieces: readonly Piece[], at: number): readonly Piece[] {
  let end = at;
  for (let units = 0; end < pieces.length && (end === at || units < MOST_UNITS); end++)
    units += (pieces[end] as Piece).text.length;
  return pieces.slice(at, end);
}

function unpack(reply: LinkPageReply, pieces: readonly Piece[]): LinkedPiece[] {
  return reply.pieces.flatMap((at, i) => {
    const piece = pieces[at];
    return piece ? [{ piece, mentions: mentionsOf(reply, reply.mentions[i] ?? [], piece.text) }] : [];
  });
}

function mentionsOf(
  { entities, reasons }: LinkPageReply,
  numbers: readonly number[],
  text: string,
): LinkedMention[] {
  const found: LinkedMention[] = [];
  for (let i = 0; i + 4 < numbers.length; i += 5) {
    const [start = 0, end = 0, entity = 0, why = 0, confidence = 0] = numbers.slice(i, i + 5);
    const named = entities[entity];
    if (!named) continue;
    found.push({
      start,
      end,
      text: text.slice(start, end),
      entity: named.id,
      name: named.name,
      kind: named.kind,
      confidence: confidence / 1000,
      why: reasons[why] ?? [],
    });
  }
  return found;
}

/** Not randomUUID: pages without https do not have it. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
