/** Relations as words that lead to the next card. */
import type { CardRelation } from '../../core/dataset/card.ts';
import { KIND, RELATION, TEXT } from '../strings.ts';

export interface ConnectionsProps {
  readonly relations: readonly CardRelation[];
  readonly go: (id: string, name: string) => void;
}

export function Connections({ relations, go }: ConnectionsProps) {
  if (relations.length === 0) return null;
  const seen = new Set<string>();
  const once = relations.filter(({ type, inverse, target }) => {
    const key = `${RELATION[type][inverse ? 1 : 0]} ${target.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return (
    <section>
      <h2>{TEXT.relations}</h2>
      <ul class="relations">
        {once.map(({ type, inverse, target, note }) => (
          <li key={`${type} ${inverse} ${target.id}`}>
            <span class="relation">{RELATION[type][inverse ? 1 : 0]}</span>{' '}
            <button type="button" class="link" onClick={() => go(target.id, target.name)}>
              {target.name}
            </button>{' '}
            <span class="detail">{note ?? KIND[target.kind].toLowerCase()}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
