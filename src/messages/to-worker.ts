/** What pages and the extension's own pages may ask of the worker. All calls may safely be made twice. */
import type { Card } from '../core/dataset/card.ts';
import type { LinkedMention } from '../core/linking/link.ts';

export interface ToWorker {
  /** Cards of these entities (redirects followed, unknown ids left out), in no particular order. At most 500 at once. */
  cards(request: { readonly ids: readonly string[] }): readonly Card[];
  /** Injects the script that reads and marks an article into the frame that asks. Resolves once it runs. */
  injectReader(request: null): null;
  /** Whether the frame that asks may still be read: access can be taken back while it is open. */
  mayRead(request: null): boolean;
  /** Injects the card script into the frame that asks. */
  injectCardScript(request: null): null;
  /** Injects the script behind the card's tools (cite, why, report) into the frame that asks. */
  injectToolsScript(request: null): null;
  /** Opens a source in a new tab; for frames in which a link opens nothing. Only http and https. */
  openSource(request: { readonly url: string }): null;
  /** Makes sure that the dataset is loaded and the index stored, and says which one it is. */
  datasetInfo(request: null): DatasetInfo;
  /** Mentions of a text, found in the worker: for pages that are not given the index because it is too large. */
  linkText(request: { readonly text: string; readonly language: string | null }): readonly LinkedMention[];
  /** Checks the stored index and builds it again if it is missing or damaged. */
  repairIndex(request: null): null;
}

export interface DatasetInfo {
  readonly version: string;
  readonly entities: number;
  readonly statements: number;
}
