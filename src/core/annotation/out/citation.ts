/**
 * Citations in words. The underlying publisher comes first and Sidelight last: what is cited is the document, Sidelight only
 * led to it.
 */
import { passageAddress, sourceAddress } from '../addresses.ts';
import type { Annotation, FactContent, PinnedFact } from '../annotation.ts';
import { ACT_WORDS } from './act-words.ts';
import { WORDS } from './words.ts';

/** Names of languages; the caller has them from the browser, core has not. */
export type LanguageName = (tag: string) => string;

/** The page, scrolled to the passage: authors, title, publisher, date, language, address, day of reading, archive. */
export function pageCitation({ page, passage, archived }: Annotation, languageName: LanguageName): string {
  const parts = [
    page.authors.length > 0 ? `${page.authors.join(', ')}:` : '',
    `“${page.title || WORDS.untitled}”,`,
    page.publisher ? `${page.publisher},` : '',
    `${page.published ?? WORDS.undated}`,
    page.lang ? `(${WORDS.inLanguage(languageName(page.lang))})` : '',
  ];
  const places = [
    passageAddress(page, passage),
    page.read ? WORDS.read(page.read) : '',
    archived ? WORDS.archived(archived.url) : '',
  ];
  return `${joined(parts, ' ')}. ${joined(places, ', ')}`;
}

/** One source of a dataset statement. */
export function sourceCitation(
  source: FactContent['sources'][number],
  dataset: string,
  languageName: LanguageName,
): string {
  const parts = [
    `${source.publisher}${source.origin ? ` (${WORDS.from(source.origin)})` : ''},`,
    source.title ? `“${source.title}”,` : '',
    source.published ?? WORDS.undated,
    source.lang ? `(${WORDS.inLanguage(languageName(source.lang))})` : '',
  ];
  const places = [
    sourceAddress(source),
    source.archived ? WORDS.archived(source.archived) : '',
    WORDS.via(dataset),
  ];
  return `${joined(parts, ' ')}. ${joined(places, ', ')}`;
}

/** What a statement says, by whom and how; or that it was removed, when and why. */
export function factWords({ id, statement, removed }: PinnedFact): string {
  if (removed) return `[${id}] ${WORDS.removed(removed.on, removed.reason)}`;
  if (!statement) return `[${id}]`;
  // A newer dataset may have acts that this version has no word for.
  const act = (ACT_WORDS as Readonly<Record<string, string>>)[statement.act] ?? statement.act;
  return `${statement.speaker.name} (${act}): ${statement.text.en}`;
}

export function checkedWords({ checked }: PinnedFact): string {
  return checked ? WORDS.checked(checked) : WORDS.notChecked;
}

/** The passage, its page, and the statements with their sources: for the clipboard. */
export function fullCitation(note: Annotation, languageName: LanguageName): string {
  const lines = [
    note.passage ? `“${note.passage.text}”` : '',
    pageCitation(note, languageName),
    ...note.facts.flatMap((fact) => [
      `${WORDS.dataset}: ${factWords(fact)} (${checkedWords(fact)})`,
      ...(fact.statement?.sources ?? []).map(
        (source) => `  ${sourceCitation(source, fact.dataset, languageName)}`,
      ),
    ]),
  ];
  return joined(lines, '\n');
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by);
}
