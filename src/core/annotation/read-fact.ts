/**
 * Reads a cited statement of unknown origin. It is shown and exported part by part, so each part that is known here is what it
 * should be, or is left out; parts and words of a later vocabulary are carried along as they are.
 */
import type { FactContent, PinnedFact } from './annotation.ts';
import { type Fields, isFields, list, text, textOrNull, webAddress } from './fields.ts';

export function readFact(value: unknown): PinnedFact | null {
  if (!isFields(value)) return null;
  const id = text(value.id, 300);
  const version = text(value.version, 100);
  if (!id || !version) return null;
  const removed = isFields(value.removed)
    ? { on: text(value.removed.on, 40) ?? '', reason: text(value.removed.reason, 2000) ?? '' }
    : null;
  return {
    id,
    about: list(value.about, (item) => text(item, 500)),
    version,
    dataset: text(value.dataset, 100) ?? '',
    pinned: text(value.pinned, 40) ?? '',
    checked: textOrNull(value.checked, 40),
    statement: removed ? null : readContent(value.statement),
    removed,
  };
}

/** The words and who says them have to be there. */
function readContent(value: unknown): FactContent | null {
  if (!isFields(value) || !isFields(value.text) || typeof value.text.en !== 'string') return null;
  if (!isFields(value.speaker) || typeof value.speaker.name !== 'string') return null;
  const content = {
    ...less(value, { event: isText, asOf: isText, amount: isAmount }),
    text: Object.fromEntries(Object.entries(value.text).filter(([, words]) => isText(words))),
    speaker: less(value.speaker, { id: isText }),
    act: text(value.act, 100) ?? 'reports',
    basis: text(value.basis, 100) ?? 'reporting',
    standing: text(value.standing, 100) ?? 'current',
    known: textOrNull(value.known, 40),
    sources: list(value.sources, readSource),
  };
  // Unknown words of the vocabulary are shown as they are written.
  return content as unknown as FactContent;
}

function readSource(value: unknown): Fields | null {
  if (!isFields(value) || !webAddress(value.url) || !isText(value.publisher)) return null;
  return {
    ...less(value, { origin: isText, interest: isText }),
    title: textOrNull(value.title, 2000),
    lang: text(value.lang, 40) ?? 'und',
    published: textOrNull(value.published, 40),
    archived: webAddress(value.archived),
    weak: value.weak === true,
    passage:
      isFields(value.passage) && isText(value.passage.start) && isText(value.passage.end)
        ? value.passage
        : null,
  };
}

/** The record without those of these fields that are there and are not what they should be. */
function less(value: Fields, checks: Readonly<Record<string, (part: unknown) => boolean>>): Fields {
  const isBad = (key: string) => checks[key] !== undefined && !checks[key](value[key]);
  return Object.keys(checks).some((key) => key in value && isBad(key))
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !isBad(key)))
    : value;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isAmount(value: unknown): boolean {
  return isFields(value) && typeof value.value === 'number' && isText(value.unit) && isText(value.qualifier);
}
