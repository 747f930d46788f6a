/** Why a mention was marked, or a reading rejected: small facts that can be shown to the reader and replayed in a test. */

export type Reason =
  /** The recorded name that matched, and the points it brings by itself. */
  | { readonly type: 'alias'; readonly alias: string; readonly points: number }
  /** A cue word near by: which list, which word, how near. */
  | {
      readonly type: 'cue';
      readonly cue: string;
      readonly word: string;
      readonly scope: Scope;
      readonly points: number;
    }
  /** Another entity of the page that the alias asks for, or that the dataset links to this one. */
  | { readonly type: 'entity'; readonly entity: string; readonly scope: Scope; readonly points: number }
  /** The full name is used in the text; `defines`: with this short one in brackets behind it, which meets every need. */
  | { readonly type: 'full-name'; readonly text: string; readonly points: number; readonly defines?: true }
  /**
   * Against it: with the capitalised word beside it, it may be another name (“Pegasus Theatre”), or the text says that it
   * stands for something else (“Disaster Management Act (DMA)”).
   */
  | { readonly type: 'other-name'; readonly text: string; readonly points: number }
  /** The page's language speaks for or against the alias. */
  | { readonly type: 'language'; readonly language: string; readonly points: number }
  /** Another entity could be meant by the same words (or some of them), and why it was not chosen. `word` rules it out. */
  | {
      readonly type: 'rejected';
      readonly entity: string;
      readonly because: Rejection;
      readonly text: string;
      readonly points: number;
      readonly word?: string;
    };

/** What speaks against a reading that was turned down. */
export type Objection =
  /** A word that rules the reading out, from a list of the alias's `never`. */
  | { readonly type: 'veto'; readonly cue: string; readonly word: string }
  /** The reading that was chosen instead, or that could not be told from this one. */
  | {
      readonly type: 'rival';
      readonly entity: string;
      readonly text: string;
      readonly points: number;
      /** Stands on the same words, goes on around them, or reaches into them. */
      readonly place: 'same' | 'around' | 'across';
    };

export type Scope = 'sentence' | 'paragraph' | 'page';

export type Rejection =
  | 'case'
  | 'needs-not-met'
  | 'vetoed'
  | 'inside-longer-name'
  | 'less-support'
  | 'ambiguous'
  | 'below-threshold';
