/** Files of notes in every format, made a few hundred notes at a time. */
import { strToU8, zipSync } from 'fflate';
import { micromark } from 'micromark';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { toBibtex } from '../../core/annotation/out/bibtex.ts';
import type { LanguageName } from '../../core/annotation/out/citation.ts';
import { toCsl } from '../../core/annotation/out/csl-json.ts';
import { csvHead, csvRow } from '../../core/annotation/out/csv.ts';
import { HTML_FOOT, htmlHead, htmlNote } from '../../core/annotation/out/html.ts';
import { markdownFile, markdownFileName, markdownNote } from '../../core/annotation/out/markdown.ts';
import { references } from '../../core/annotation/out/reference.ts';
import { toRis } from '../../core/annotation/out/ris.ts';
import type { ExportFormat } from '../../messages/to-library.ts';
import { jsonLdParts, type NoteSource } from './json-ld-file.ts';

export interface ExportHost {
  now(): string;
  newId(): string;
  readonly languageName: LanguageName;
  progress(done: number, total: number): void;
}

const NAMES: Readonly<Record<ExportFormat, readonly [suffix: string, type: string]>> = {
  'json-ld': ['jsonld', 'application/ld+json'],
  markdown: ['md', 'text/markdown'],
  'markdown-folder': ['zip', 'application/zip'],
  csv: ['csv', 'text/csv'],
  html: ['html', 'text/html'],
  'csl-json': ['csl.json', 'application/json'],
  ris: ['ris', 'application/x-research-info-systems'],
  bibtex: ['bib', 'application/x-bibtex'],
};

export async function exportNotes(
  format: ExportFormat,
  source: NoteSource,
  host: ExportHost,
): Promise<{ file: Blob; name: string; notes: number }> {
  const [suffix, type] = NAMES[format];
  let notes = 0;
  const each = (visit: (notes: readonly Annotation[]) => void) =>
    source.each((part) => {
      visit(part);
      notes += part.length;
      host.progress(notes, source.total);
    });
  const parts = await partsOf(format, source.total, each, host);
  const date = host.now().slice(0, 10);
  return { file: new Blob(parts, { type }), name: `sidelight-notes-${date}.${suffix}`, notes };
}

type Each = (visit: (notes: readonly Annotation[]) => void) => Promise<void>;

async function partsOf(
  format: ExportFormat,
  total: number,
  each: Each,
  host: ExportHost,
): Promise<BlobPart[]> {
  const { languageName } = host;
  const parts: BlobPart[] = [];
  const eachText = (text: (note: Annotation) => string) =>
    each((notes) => {
      parts.push(notes.map(text).join(''));
    });
  switch (format) {
    case 'json-ld':
      return jsonLdParts({ total, each }, host);
    case 'markdown':
      await eachText((note) => `${markdownNote(note, languageName)}\n---\n\n`);
      return parts;
    case 'markdown-folder': {
      const files: Record<string, Uint8Array> = {};
      await each((notes) => {
        for (const note of notes) files[markdownFileName(note)] = strToU8(markdownFile(note, languageName));
      });
      // The archive is a plain buffer; the library's type is wider than Blob takes.
      return [zipSync(files, { level: 6 }) as Uint8Array<ArrayBuffer>];
    }
    case 'csv':
      parts.push(csvHead());
      await eachText((note) => csvRow(note, languageName));
      return parts;
    case 'html':
      parts.push(htmlHead('Sidelight notes'));
      // Safe by default: raw HTML and dangerous addresses in a note are shown as text.
      await eachText((note) => htmlNote(note, languageName, (markdown) => micromark(markdown)));
      parts.push(HTML_FOOT);
      return parts;
    default: {
      const all: Annotation[] = [];
      await each((notes) => {
        all.push(...notes);
      });
      const found = references(all);
      if (format === 'csl-json') return [JSON.stringify(found.map(toCsl), null, 1)];
      return [found.map(format === 'ris' ? toRis : toBibtex).join('')];
    }
  }
}
