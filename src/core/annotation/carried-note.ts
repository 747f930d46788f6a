/**
 * A note as it travels in the note of a reference: its id, then what it says, each after a label in words, so that somebody who
 * opens it in a citation manager can read it too. Twins: what `writeCarried` makes, `splitCarried` and `readCarried` read back.
 *
 * A line of a value that looks like one of the labels gets a space before it, and one that has spaces there already one more
 * (as mail programs do with "From "): whatever a note says, nothing in it becomes another note.
 *
 * Not carried: colour, entities, where on the page the passage stood (its quotation and what stood around it are), and
 * statements of the dataset, which are written in words and are nobody's own when they come back.
 */
import type { Annotation, SavedPassage } from './annotation.ts';
import { checkedWords, factWords } from './out/citation.ts';
import { WORDS } from './out/words.ts';

export interface CarriedNote {
  readonly id: string;
  readonly quotation: string | null;
  readonly before: string;
  readonly after: string;
  readonly note: string;
  /** Null, like the tags: files made before these were written. */
  readonly created: string | null;
  readonly modified: string | null;
  readonly tags: readonly string[] | null;
}

const ID = 'sidelight-id';
const LABELS = [
  ID,
  WORDS.quotation,
  WORDS.textBefore,
  WORDS.textAfter,
  WORDS.mine,
  WORDS.dataset,
  WORDS.written,
  WORDS.changed,
  WORDS.tag,
] as const;
const LABEL = new RegExp(`^(${LABELS.join('|')}): ?(.*)$`, 's');
const LIKE_LABEL = new RegExp(`^ *(?:${LABELS.join('|')}):`);
/** Without the flag m: to that, U+2028 and U+2029 end a line too, and nothing else here thinks so. */
const BEGIN = new RegExp(`(?<=^|\\n)(?=${ID}: \\S+[ \\t]*(?:\\n|$))`);

/** The id, then the voices, each after its label; then when it was written, and its tags. */
export function writeCarried(note: Annotation): string {
  const { passage } = note;
  return [
    [ID, note.id],
    ...(passage ? passageFields(passage) : []),
    [WORDS.mine, note.note],
    ...note.facts.map((fact) => [WORDS.dataset, `${factWords(fact)} (${checkedWords(fact)})`]),
    [WORDS.written, note.created],
    [WORDS.changed, note.modified === note.created ? '' : note.modified],
    ...note.tags.map((tag) => [WORDS.tag, tag]),
  ]
    .filter(([, value]) => value !== '')
    .map(([label, value = '']) => `${label}: ${guarded(value)}`)
    .join('\n');
}

function passageFields({ text, selectors: { quote } }: SavedPassage): [string, string][] {
  return [
    [WORDS.quotation, `“${text}”`],
    [WORDS.textBefore, quote.prefix && `“${quote.prefix}”`],
    [WORDS.textAfter, quote.suffix && `“${quote.suffix}”`],
  ];
}

/** What of a reference's note is the citation manager's, and the notes of ours that follow, each as text. */
export function splitCarried(text: string): { readonly rest: string; readonly carried: readonly string[] } {
  const parts = oneKindOfBreak(text).split(BEGIN);
  const rest = parts[0]?.startsWith(`${ID}: `) ? '' : (parts.shift() ?? '');
  return { rest: rest.trim(), carried: parts };
}

/** One of these notes. Labels that are missing give null or nothing. */
export function readCarried(text: string): CarriedNote {
  const fields = fieldsOf(text);
  const all = (label: string) => fields.flatMap(([name, value]) => (name === label ? [value] : []));
  const one = (label: string) => all(label)[0] ?? null;
  const created = one(WORDS.written);
  return {
    id: one(ID)?.trim() ?? '',
    quotation: unquoted(one(WORDS.quotation)),
    before: unquoted(one(WORDS.textBefore)) ?? '',
    after: unquoted(one(WORDS.textAfter)) ?? '',
    note: one(WORDS.mine) ?? '',
    created,
    modified: one(WORDS.changed) ?? created,
    tags: created === null ? null : all(WORDS.tag),
  };
}

function fieldsOf(text: string): readonly (readonly [label: string, value: string])[] {
  const fields: [string, string][] = [];
  for (const line of text.trimEnd().split('\n')) {
    const match = LABEL.exec(line);
    const last = fields.at(-1);
    if (match) fields.push([match[1] ?? '', match[2] ?? '']);
    else if (last) last[1] += `\n${LIKE_LABEL.test(line) ? line.slice(1) : line}`;
  }
  return fields;
}

/** Line breaks of one kind, and no line after the first that is a label. */
function guarded(value: string): string {
  return oneKindOfBreak(value)
    .split('\n')
    .map((line, i) => (i > 0 && LIKE_LABEL.test(line) ? ` ${line}` : line))
    .join('\n');
}

function oneKindOfBreak(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function unquoted(value: string | null): string | null {
  return value === null ? null : value.trim().replace(/^“([\s\S]*)”$/, '$1');
}
