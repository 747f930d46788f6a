/** Notes from W3C Web Annotations: our own, exactly as they were, and other programs', as far as they go. */
import type { Annotation } from '../annotation.ts';
import { contentHash } from '../content-hash.ts';
import { type Fields, isFields, list, text, webAddress } from '../fields.ts';
import { problem } from '../item-problem.ts';
import { instant, MAX_TEXT, type ReadNote, readAnnotation } from '../read-annotation.ts';
import { readSelectorList } from '../read-selectors.ts';

export function isW3cAnnotation(value: unknown): value is Fields {
  return isFields(value) && list(value.type, (type) => (type === 'Annotation' ? type : null)).length > 0;
}

/** `now` stands in for a date that is missing. */
export function readW3c(item: Fields, now: string): ReadNote {
  const target = list(item.target, (found) => found)[0];
  const url = sourceOf(target);
  if (!url) return problem('no-address');
  return isFields(item.record) ? readOwn(item, item.record, url) : readForeign(item, target, url, now);
}

/** Its words and dates are in the model's fields, the rest in our record. */
function readOwn(item: Fields, record: Fields, url: string): ReadNote {
  const target = item.target as Fields;
  const bodies = list(item.body, (body) => (isFields(body) ? body : null));
  const page = isFields(record.page) ? record.page : {};
  const source = isFields(target.source) ? target.source : {};
  return readAnnotation({
    ...record,
    id: ownId(text(item.id, 400) ?? ''),
    created: item.created,
    modified: item.modified,
    page: { ...page, url: webAddress(page.url) ?? url, lang: source.language ?? page.lang ?? null },
    note: bodies.find((body) => body.purpose === 'commenting')?.value ?? '',
  });
}

function readForeign(item: Fields, target: unknown, url: string, now: string): ReadNote {
  const bodies = list(item.body ?? item.bodyValue, (body) => body);
  const selectors = isFields(target) ? readSelectorList(target.selector) : null;
  const id = text(item.id, 400);
  const source = isFields(target) && isFields(target.source) ? target.source : {};
  const state = isFields(target) && isFields(target.state) ? target.state : {};
  const created = instant(item.created) ?? instant(item.modified) ?? now;
  const cached = webAddress(state.cached);
  return readAnnotation({
    id: `w3c-${contentHash(id ?? [url, item.body, target])}`,
    created,
    modified: instant(item.modified) ?? created,
    page: {
      url,
      title: text(source['dc:title'], 2000) ?? text(source.title, 2000) ?? '',
      lang: text(source.language, 40),
      read: instant(state.sourceDate)?.slice(0, 10) ?? created.slice(0, 10),
    },
    passage: selectors ? passageOf(selectors) : null,
    note: noteOf(bodies),
    tags: list(bodies, (body) =>
      isFields(body) && body.purpose === 'tagging' ? text(body.value, 500) : null,
    ),
    archived: cached ? { url: cached, on: instant(state.sourceDate)?.slice(0, 10) ?? '' } : null,
    origin: id ? { source: 'w3c', key: id } : null,
  });
}

/** What a passage from elsewhere is known by: its quote. */
export function passageOf(selectors: NonNullable<Annotation['passage']>['selectors']) {
  const { exact, prefix, suffix } = selectors.quote;
  return { text: exact, before: prefix, after: suffix, hash: '', fragment: null, selectors };
}

/** Everything that is said in words, tags left out, in order. */
function noteOf(bodies: readonly unknown[]): string {
  return bodies
    .flatMap((body) => {
      if (typeof body === 'string') return /^https?:\/\//.test(body) ? [`<${body}>`] : [body];
      if (!isFields(body) || body.purpose === 'tagging') return [];
      const value = text(body.value, MAX_TEXT) ?? webAddress(body.id) ?? webAddress(body.source);
      return value ? [value] : [];
    })
    .join('\n\n');
}

function sourceOf(target: unknown): string | null {
  if (typeof target === 'string') return webAddress(target);
  if (!isFields(target)) return null;
  const { source } = target;
  return webAddress(source) ?? (isFields(source) ? webAddress(source.id) : null) ?? webAddress(target.id);
}

function ownId(iri: string): string {
  const ours = /^urn:(?:uuid:|sidelight:note:)(.*)$/.exec(iri)?.[1];
  try {
    return ours === undefined ? '' : decodeURIComponent(ours);
  } catch {
    // Written by somebody else in our name: readAnnotation says that it has no id.
    return '';
  }
}
