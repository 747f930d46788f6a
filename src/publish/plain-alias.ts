import type { ReleaseAlias } from '../core/dataset/release.ts';

/** A name without rules of its own. */
export function plainAlias(entity: string, text: string): ReleaseAlias {
  return {
    entity,
    text,
    lang: 'und',
    case: 'initial',
    inflect: true,
    full: true,
    needs: [],
    never: [],
    scope: 'page',
  };
}
