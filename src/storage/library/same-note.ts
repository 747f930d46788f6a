/** When two notes say the same. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { canonicalJson } from '../../core/annotation/content-hash.ts';

/** True when they do: revision, dates of change and id aside. */
export function isSame(a: Annotation, b: Annotation): boolean {
  return canonicalJson(contentOf(a)) === canonicalJson(contentOf(b));
}

function contentOf({ id: _, rev: __, modified: ___, ...content }: Annotation) {
  return content;
}
