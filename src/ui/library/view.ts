/** Where the page is: a list, one entity, one article, or one of the tools. Kept in the address, so that Back works. */
import { EVERYTHING, type LibraryQuery } from '../../messages/to-library.ts';

export type View =
  | { readonly kind: 'notes' }
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'page'; readonly key: string }
  | { readonly kind: 'import' }
  | { readonly kind: 'export' }
  | { readonly kind: 'upkeep' };

export function viewOf(hash: string): View {
  const [kind = '', value = ''] = hash.replace(/^#/, '').split('=', 2);
  const id = decode(value);
  if (kind === 'entity' && id) return { kind, id };
  if (kind === 'page' && id) return { kind, key: id };
  if (kind === 'import' || kind === 'export' || kind === 'upkeep') return { kind };
  return { kind: 'notes' };
}

export function hashOf(view: View): string {
  if (view.kind === 'entity') return `#entity=${encodeURIComponent(view.id)}`;
  if (view.kind === 'page') return `#page=${encodeURIComponent(view.key)}`;
  return view.kind === 'notes' ? '#' : `#${view.kind}`;
}

/** True when the query leaves nothing out. */
export function asksForAll(query: LibraryQuery): boolean {
  const { sort: _, oldestFirst: __, ...asked } = query;
  const { sort: ___, oldestFirst: ____, ...all } = EVERYTHING;
  return JSON.stringify(asked) === JSON.stringify(all);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not ours: as it is.
    return value;
  }
}
