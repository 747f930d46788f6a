import type { Prose } from './prose.ts';

/** A page that is being judged (page-kind.ts), with what is asked of it more than once. */
export interface JudgedPage extends Prose {
  readonly document: Document;
  /** Its own headline. */
  readonly headline: Element | null;
}
