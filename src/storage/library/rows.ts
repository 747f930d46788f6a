/** Notes as rows: the note itself, and the keys it is looked up by. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { pageKeys } from '../../core/annotation/page-key.ts';
import { readAnnotation } from '../../core/annotation/read-annotation.ts';

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

/**
 * The notes that can be read of these rows. A row that is damaged is left where it is, and named by the check of integrity: it
 * must not stop what is done with all the others.
 */
export function readableNotes(rows: readonly (NoteRow | undefined)[]): Annotation[] {
  return rows.flatMap((row) => {
    const read = row && readAnnotation(row);
    return read && 'note' in read ? [read.note] : [];
  });
}
