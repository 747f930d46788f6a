/** Why an item of a file, or a row of the database, is no note. A code: the interface has the words, in the reader's language. */
export type ItemProblemCode =
  | 'no-record'
  | 'no-id'
  | 'no-address'
  | 'no-date'
  | 'note-too-long'
  | 'bad-passage'
  | 'bad-json'
  | 'unknown-form'
  | 'reply'
  | 'id-twice'
  | 'cut-off'
  | 'read-error'
  | 'empty-file'
  | 'other-format'
  | 'no-notes'
  | 'items-too-long'
  | 'too-deep'
  | 'too-many-copies'
  | 'file-too-large';

export interface ItemProblem {
  readonly code: ItemProblemCode;
  /** What of the item it is about, as the item has it: an id, an address, the names of its fields. Empty when nothing is. */
  readonly about: string;
}

/** The problem with what it is about. */
export function problem(code: ItemProblemCode, about = ''): { readonly problem: ItemProblem } {
  return { problem: { code, about } };
}
