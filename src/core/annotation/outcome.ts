/** What has come of saving a note or changing it: somebody else may have done either meanwhile. */
import type { Annotation } from './annotation.ts';

export interface SavedNote {
  /** saved: it is new. same: it was there already. twin: another note has its id, both are kept. */
  readonly outcome: 'saved' | 'same' | 'twin';
  readonly note: Annotation;
}

export type ChangedNote =
  | { readonly outcome: 'changed'; readonly note: Annotation }
  /** It was changed elsewhere meanwhile: `note` is what stands there, `twin` holds these words beside it. */
  | { readonly outcome: 'twin'; readonly note: Annotation; readonly twin: Annotation }
  | { readonly outcome: 'gone' };
