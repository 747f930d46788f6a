/** Notes as Markdown: one part for each note, the three voices under headings of their own. */
import type { Annotation } from '../annotation.ts';
import { checkedWords, factWords, type LanguageName, pageCitation, sourceCitation } from './citation.ts';
import { WORDS } from './words.ts';

/** One note as a file of its own, with front matter that note apps understand. */
export function markdownFile(note: Annotation, languageName: LanguageName): string {
  const { page } = note;
  const front = [
    ['id', note.id],
    ['title', page.title],
    ['url', page.url],
    ['author', page.authors],
    ['publisher', page.publisher],
    ['published', page.published],
    ['accessed', page.read],
    ['archived', note.archived?.url],
    ['language', page.lang],
    ['tags', note.tags],
    ['entities', note.entities.map((entity) => entity.name)],
    ['colour', note.colour],
    ['created', note.created],
    ['modified', note.modified],
  ] as const;
  const lines = front.flatMap(([key, value]) =>
    value === null || value === undefined || value.length === 0 ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n${markdownNote(note, languageName, 1)}`;
}

/** One note as a part of a longer file. */
export function markdownNote(note: Annotation, languageName: LanguageName, level = 2): string {
  const heading = '#'.repeat(level);
  const parts = [`${heading} ${line(note.page.title || WORDS.untitled)}`];
  if (note.note !== '') parts.push(`${heading}# ${WORDS.mine}\n\n${note.note}`);
  parts.push(
    note.passage
      ? `${heading}# ${WORDS.quotation}\n\n${quoted(note.passage.text)}\n\n— ${pageCitation(note, languageName)}`
      : `${WORDS.wholePage}. ${pageCitation(note, languageName)}`,
  );
  for (const fact of note.facts) {
    const sources = (fact.statement?.sources ?? []).map(
      (source) => `- ${sourceCitation(source, fact.dataset, languageName)}`,
    );
    parts.push(
      `${heading}# ${WORDS.dataset}\n\n*${WORDS.datasetNote}* · ${checkedWords(fact)}\n\n${factWords(fact)}\n\n${sources.join('\n')}`.trimEnd(),
    );
  }
  if (note.tags.length > 0) parts.push(note.tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' '));
  return `${parts.join('\n\n')}\n`;
}

/** A name for the note's file that every file system takes, the same each time. */
export function markdownFileName(note: Annotation): string {
  const title = (note.page.title || WORDS.untitled)
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|#^[\]]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .replace(/[. ]+$/, '');
  return `${note.created.slice(0, 10)} ${title || 'note'} ${note.id.replace(/[^\w-]/g, '').slice(-12)}.md`;
}

/** Words of a page must not become headings or lists of our file. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((part) => `> ${part.replace(/[\\`*_{}[\]<>#]/g, '\\$&')}`)
    .join('\n');
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#]/g, '\\$&');
}
