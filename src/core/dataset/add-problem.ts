import type { LabelProblem } from './label.ts';

/** Why a dataset is not added. Travels as the failure's message; the interface has the words (src/ui/updates/words.ts). */
export type AddProblem =
  | LabelProblem
  | 'not-https'
  | 'bad-fingerprint'
  | 'wrong-fingerprint'
  | 'too-many'
  | 'here-already'
  | 'not-allowed';
