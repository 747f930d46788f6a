/** What pages and the extension's own pages may ask of the worker. All calls may safely be made twice. */
import type { Card } from '../core/dataset/card.ts';
import type { UpdateStatus } from '../core/dataset/update-status.ts';
import type { Kind } from '../core/dataset/vocabulary.ts';
import type { Reason } from '../core/linking/reasons.ts';
import type { WordPart, Words } from '../core/words/fill.ts';
import type { RepositoryState } from './update-state.ts';

export interface ToWorker {
  /** Cards of these entities (redirects followed, unknown ids left out), in no particular order. At most 500 at once. */
  cards(request: { readonly ids: readonly string[] }): readonly Card[];
  /** Injects the script that reads and marks an article into the frame that asks. Resolves once it runs. */
  injectReader(request: null): null;
  /** Opens the index ahead of a text that is to come. Resolves at once; what fails is told to that text. */
  prepareLinking(request: null): null;
  /** Injects the script that follows pointer and keyboard into the frame that asks. Resolves once it runs. */
  injectHands(request: null): null;
  /** Whether the frame that asks may still be read: access can be taken back while it is open. */
  mayRead(request: null): boolean;
  /**
   * Ids of the shortest way between two entities over sourced relations, both included; null when nothing connects them.
   * Of equally short ways the one that passes most of `preferred`.
   */
  path(request: {
    readonly from: string;
    readonly to: string;
    readonly preferred: readonly string[];
  }): readonly string[] | null;
  /** Injects the card script into the frame that asks. */
  injectCardScript(request: null): null;
  /** Injects the script behind the card's tools (cite, why, report) into the frame that asks. */
  injectToolsScript(request: null): null;
  /** The words of one part of the interface in the reader's language. */
  words(request: { readonly part: WordPart }): Words;
  /** A sentence for screen readers, in the reader's language. */
  announcement(request: Announcement): string;
  /** Opens a source in a new tab; for frames in which a link opens nothing. Only http and https. */
  openSource(request: { readonly url: string }): null;
  /** Makes sure that the dataset is loaded and the index stored, and says which one it is. */
  datasetInfo(request: null): DatasetInfo;
  /** Mentions of a page's text. The worker remembers the text, so that the page sends only what has changed since. */
  linkPage(request: LinkPageRequest): PageLinked;
  /** Deletes everything the extension has stored, and sets the bundled dataset up anew. */
  eraseEverything(request: null): null;
  /** Every dataset with its version and how its updates are doing; the core one first. */
  updateState(request: null): readonly RepositoryState[];
  /** The reader sees where the bundled dataset looks for updates: from then on it does. Own pages only. */
  updatePlaceShown(request: { readonly address: string }): null;
  /** Starts a check (of one dataset, or of all) and answers at once; ask updateState how it goes. Own pages only. */
  checkForUpdates(request: { readonly repository: string | null }): null;
  /**
   * Adds a dataset. Fetches its first root and compares the fingerprint before anything is kept. Own pages only.
   * Fails with not-found when nothing is there, with forbidden when the fingerprint is another.
   */
  addRepository(request: AddRepository): { readonly id: string };
  /** Renames, recolours, turns on or off. The core dataset cannot be turned off. Own pages only. */
  changeRepository(request: ChangeRepository): null;
  /** Removes an added dataset with everything of it. Own pages only. */
  removeRepository(request: { readonly id: string }): null;
}

export type Announcement =
  | { readonly what: 'found'; readonly mentions: number; readonly entities: number }
  | { readonly what: 'paused' | 'goesOn' };

export interface AddRepository {
  readonly address: string;
  /** SHA-256 of its first root metadata, in hex. */
  readonly fingerprint: string;
  readonly label: string;
  /** `#rrggbb` */
  readonly colour: string;
}

export interface ChangeRepository {
  readonly id: string;
  readonly label?: string | undefined;
  readonly colour?: string | undefined;
  readonly enabled?: boolean | undefined;
}

export interface LinkPageRequest {
  /** Drawn by the page at random: one for each reading session. */
  readonly page: string;
  /** The revision that the changes lead on from; null when they are the whole text. */
  readonly from: number | null;
  /** What the page says its language is (BCP 47). */
  readonly language: string | null;
  /** Pieces of the text taken out and put in, one change after the other. No name reaches from one piece into another. */
  readonly changes: readonly {
    readonly at: number;
    readonly remove: number;
    readonly insert: readonly string[];
  }[];
  /** More of the same text follows at once: nothing is told before its last part is there. */
  readonly more?: boolean;
}

export interface LinkPageReply {
  /** Null when the worker does not have the text any more (it was stopped, or has another release): send the whole again. */
  readonly revision: number | null;
  /** Pieces whose mentions are others than in the revision before. */
  readonly pieces: readonly number[];
  /** Mentions of each of these pieces, five numbers each: start, end, entity, reasons, confidence in thousandths. */
  readonly mentions: readonly (readonly number[])[];
  /** What the numbers stand for. */
  readonly entities: readonly { readonly id: string; readonly name: string; readonly kind: Kind }[];
  readonly reasons: readonly (readonly Reason[])[];
  /** Names, by id, of the entities that mentions and reasons speak of. */
  readonly names: readonly (readonly [id: string, name: string])[];
}

/** What linking a page is answered with. */
export interface PageLinked extends LinkPageReply {
  /**
   * The announcement of all that was found in a text that is new: the page would ask for it next, and is spared a message.
   * Null where nothing was found, or the text is not new.
   */
  readonly announcement: Announced | null;
}

/** A sentence for screen readers, with what it counts. */
export interface Announced {
  readonly mentions: number;
  readonly entities: number;
  readonly sentence: string;
}

export interface DatasetInfo {
  readonly version: string;
  readonly entities: number;
  readonly statements: number;
  /** How updates of the core dataset are doing. */
  readonly updates: UpdateStatus;
}
