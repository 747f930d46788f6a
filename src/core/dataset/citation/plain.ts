/** A citation as a line of plain text, or as Markdown with its addresses behind the titles. */
import { type Citation, type CitedSource, DATASET_TITLE } from './citation.ts';
import type { CitationWords } from './words.ts';

/** Plain text: one line, addresses written out. */
export function toPlain(citation: Citation, words: CitationWords): string {
  const sources = citation.sources.map((source) =>
    [
      publisherOf(source, words),
      source.title === null ? '' : `“${source.title}”`,
      source.published ?? words.undated,
      source.url,
      source.archived === null ? '' : `${words.archived} ${source.archived}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
  return `${sources.join('; ')}. ${forWhat(citation, words, (text) => text)} ${ending(citation, words)}`.trim();
}

/** Markdown: titles lead to the sources, and nothing in the texts is taken for markup. */
export function toMarkdown(citation: Citation, words: CitationWords): string {
  const sources = citation.sources.map((source) =>
    [
      escapeMarkdown(publisherOf(source, words)),
      `[${escapeMarkdown(source.title ?? source.url)}](${destination(source.url)})`,
      source.published ?? words.undated,
      source.archived === null ? '' : `[${words.archived}](${destination(source.archived)})`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
  return `${sources.join('; ')}. ${forWhat(citation, words, escapeMarkdown)} ${escapeMarkdown(ending(citation, words))}`.trim();
}

function publisherOf({ publisher, origin }: CitedSource, { from }: CitationWords): string {
  return origin === null ? publisher : `${publisher} (${from} ${origin})`;
}

function forWhat(
  { text, speaker }: Citation,
  { supports }: CitationWords,
  safe: (text: string) => string,
): string {
  const said = speaker === null ? `“${text}”` : `“${text}” (${speaker})`;
  return `${supports}: ${safe(said)}.`;
}

function ending({ dataset, accessed }: Citation, words: CitationWords): string {
  return `${words.citedAfter} ${DATASET_TITLE}, ${words.version} ${dataset.version}, ${words.entry} ${dataset.entry}, ${words.accessed} ${accessed}.`;
}

/** Everything that Markdown gives a meaning to inside a line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** An address inside round brackets: blanks and brackets would end it. */
function destination(url: string): string {
  return url.replace(
    /[\s()<>\\]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
