/** The parts of a JSON-LD file of notes, one note a line. Apart from the other formats: the worker's backups need only this one. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { pageHead, toJsonLd } from '../../core/annotation/out/json-ld.ts';

export interface NoteSource {
  readonly total: number;
  each(visit: (notes: readonly Annotation[]) => void): Promise<void>;
}

export async function jsonLdParts(
  { total, each }: NoteSource,
  { now, newId }: { now(): string; newId(): string },
): Promise<string[]> {
  const head = JSON.stringify(pageHead({ notes: total, exported: now(), id: newId() }));
  const parts = [`${head.slice(0, -1)},"items":[\n`];
  let isFirst = true;
  await each((notes) => {
    if (notes.length === 0) return;
    const lines = notes.map((note) => JSON.stringify(toJsonLd(note))).join(',\n');
    parts.push(isFirst ? lines : `,\n${lines}`);
    isFirst = false;
  });
  parts.push('\n]}\n');
  return parts;
}
