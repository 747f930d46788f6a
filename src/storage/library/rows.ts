/** Notes as rows: the note itself, and the keys it is looked up by. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { pageKeys } from '../../core/annotation/page-key.ts';

export interface NoteRow extends Annotation {
  readonly pageKeys: readonly string[];
  readonly statementIds: readonly string[];
}

export function toRow(note: Annotation): NoteRow {
  return {
    ...note,
    pageKeys: pageKeys([note.page.url, note.page.canonical]),
    statementIds: note.facts.map((fact) => fact.id),
  };
}

export function fromRow(row: NoteRow): Annotation {
  const { pageKeys: _, statementIds: __, ...note } = row;
  return note;
}
