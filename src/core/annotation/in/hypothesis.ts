/** Notes from Hypothesis: its client's export file ({ annotations }) and its service's answers ({ rows }). */
import { type Fields, isFields, list, text, webAddress } from '../fields.ts';
import { problem } from '../item-problem.ts';
import { instant, type ReadNote, readAnnotation } from '../read-annotation.ts';
import { readSelectorList } from '../read-selectors.ts';
import { passageOf } from './w3c.ts';

export function isHypothesisAnnotation(value: unknown): value is Fields {
  return isFields(value) && typeof value.uri === 'string' && ('target' in value || 'user' in value);
}

export function readHypothesis(item: Fields): ReadNote {
  const key = text(item.id, 200);
  if (!key) return problem('no-id');
  const url = webAddress(item.uri);
  if (!url) return problem('no-address', String(item.uri).slice(0, 60));
  if (list(item.references, (id) => id).length > 0) return problem('reply');
  const target = list(item.target, (found) => (isFields(found) ? found : null))[0];
  const selectors = target ? readSelectorList(target.selector) : null;
  const document = isFields(item.document) ? item.document : {};
  const created = instant(item.created) ?? instant(item.updated);
  return readAnnotation({
    id: `hypothesis-${key}`,
    created,
    modified: instant(item.updated) ?? created,
    page: {
      url,
      title: list(document.title, (title) => text(title, 2000))[0] ?? '',
      read: created?.slice(0, 10) ?? '',
    },
    passage: selectors ? passageOf(selectors) : null,
    note: typeof item.text === 'string' ? item.text : '',
    tags: item.tags,
    origin: { source: 'hypothesis', key },
  });
}
