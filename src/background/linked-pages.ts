/**
 * Linking for pages. The engine is warm here, and cold in every page that is opened: the same text takes a page ten times
 * as long, on the thread that the reader waits for. So pages send their text and are told the mentions.
 *
 * The text of each page is remembered in its pieces, with what was spotted in each: a page that changes sends what has
 * changed, and only that is spotted again. Choosing goes over the whole, since a name may need a word from anywhere on the
 * page. Nothing of it is stored; a worker that was stopped asks for the whole text again.
 */
import { endingsOf } from '../core/linking/endings.ts';
import type { Hits } from '../core/linking/hits.ts';
import { type LinkedMention, type Linker, linkHits } from '../core/linking/link.ts';
import { spot } from '../core/linking/spot.ts';
import { languageOf } from '../core/text/language.ts';
import type { LinkPageReply, LinkPageRequest } from '../messages/to-worker.ts';

export interface LinkedPages {
  /** Mentions of the page known by `key`, after the changes that the request brings. */
  link(key: string, request: LinkPageRequest): Promise<LinkPageReply>;
}

interface Piece {
  readonly text: string;
  /** Places within the piece. */
  hits: Hits;
  /** The mentions that the page was told last, as text that can be compared. */
  told: string;
}

interface LinkedPage {
  linker: Linker;
  revision: number;
  language: string | null;
  pieces: Piece[];
  units: number;
}

/** Pages remembered, and units of text of all of them. What is forgotten is sent again when it changes. */
const MOST_PAGES = 40;
const MOST_UNITS = 20_000_000;
/** What stands between two pieces of a text. */
const GAP = '\n\n';
const NOTHING: Omit<LinkPageReply, 'revision'> = {
  pieces: [],
  mentions: [],
  entities: [],
  reasons: [],
  names: [],
};
const LOST: LinkPageReply = { ...NOTHING, revision: null };

export function createLinkedPages(getLinker: () => Promise<Linker>): LinkedPages {
  /** The page used last stands last. */
  const pages = new Map<string, LinkedPage>();
  let lastRevision = 0;

  const forgetOld = () => {
    let units = 0;
    for (const page of pages.values()) units += page.units;
    for (const [key, page] of pages) {
      if (pages.size <= MOST_PAGES && (units <= MOST_UNITS || pages.size === 1)) return;
      units -= page.units;
      pages.delete(key);
    }
  };
  return {
    async link(key, { from, language, changes, more }) {
      const linker = await getLinker();
      const known = pages.get(key);
      if (from !== null && (known?.revision !== from || known.linker !== linker)) return LOST;
      const page: LinkedPage =
        from !== null && known ? known : { linker, revision: 0, language: null, pieces: [], units: 0 };
      for (const { at, remove, insert } of changes) {
        const pieces = insert.map((text): Piece => ({ text, hits: [], told: '' }));
        if (from === null) page.language = languageOfPieces(pieces, language);
        spotPieces(page, pieces);
        const removed = page.pieces.slice(at, at + remove);
        page.pieces = [...page.pieces.slice(0, at), ...pieces, ...page.pieces.slice(at + remove)];
        page.units += unitsOf(pieces) - unitsOf(removed);
      }
      pages.delete(key);
      pages.set(key, page);
      forgetOld();
      page.revision = ++lastRevision;
      return { ...(more ? NOTHING : tell(page)), revision: page.revision };
    },
  };
}

function languageOfPieces(pieces: readonly Piece[], declared: string | null): string | null {
  const beginning = pieces.slice(0, 100).map(({ text }) => text);
  return languageOf(beginning.join(GAP), declared);
}

function spotPieces({ linker, language }: LinkedPage, pieces: readonly Piece[]): void {
  const endings = endingsOf(language);
  for (const piece of pieces) piece.hits = spot(linker.index, piece.text, { endings });
}

/** Chooses over the whole text and says what has become of the pieces whose mentions are new. */
function tell({ linker, language, pieces }: LinkedPage): Omit<LinkPageReply, 'revision'> {
  const starts: number[] = [];
  const hits: Hits = [];
  let size = 0;
  for (const piece of pieces) {
    starts.push(size);
    for (let i = 0; i < piece.hits.length; i += 3) {
      hits.push(
        size + (piece.hits[i] as number),
        size + (piece.hits[i + 1] as number),
        piece.hits[i + 2] as number,
      );
    }
    size += piece.text.length + GAP.length;
  }
  const linked =
    hits.length === 0 ? [] : linkHits(linker, pieces.map(({ text }) => text).join(GAP), hits, language);
  const changed: number[] = [];
  const mentions: number[][] = [];
  const tables = createTables();
  let next = 0;
  pieces.forEach((piece, i) => {
    const start = starts[i] as number;
    const end = start + piece.text.length;
    const first = next;
    while (next < linked.length && (linked[next] as LinkedMention).start < end) next++;
    const own = linked.slice(first, next);
    const told =
      own.length === 0
        ? ''
        : JSON.stringify(own.map((m) => [m.start - start, m.end - start, m.entity, m.why]));
    if (told === piece.told) return;
    piece.told = told;
    changed.push(i);
    mentions.push(
      own.flatMap((m) => [
        m.start - start,
        m.end - start,
        tables.entity(m),
        tables.reasons(m),
        Math.round(m.confidence * 1000),
      ]),
    );
  });
  return {
    pieces: changed,
    mentions,
    entities: tables.entities,
    reasons: tables.allReasons,
    names: namesIn(linker, tables.allReasons, tables.entities),
  };
}

/** Entities and reasons once each: a page may name one company a thousand times, and always for the same reasons. */
function createTables() {
  const entities: LinkPageReply['entities'][number][] = [];
  const allReasons: LinkPageReply['reasons'][number][] = [];
  const entityNumbers = new Map<string, number>();
  const reasonNumbers = new Map<string, number>();
  return {
    entities,
    allReasons,
    entity({ entity: id, name, kind }: LinkedMention): number {
      const number = entityNumbers.get(id) ?? entities.push({ id, name, kind }) - 1;
      entityNumbers.set(id, number);
      return number;
    },
    reasons({ why }: LinkedMention): number {
      const key = JSON.stringify(why);
      const number = reasonNumbers.get(key) ?? allReasons.push(why) - 1;
      reasonNumbers.set(key, number);
      return number;
    },
  };
}

/** Names of the entities on the page, and of those that the reasons speak of without their being on it. */
function namesIn(
  { rules }: Linker,
  reasons: LinkPageReply['reasons'],
  entities: LinkPageReply['entities'],
): LinkPageReply['names'] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  for (const reason of reasons.flat())
    if ('entity' in reason && !names.has(reason.entity))
      names.set(reason.entity, rules.nameOf(reason.entity) ?? reason.entity);
  return [...names];
}

function unitsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
