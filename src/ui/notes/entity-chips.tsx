/** The entities that a note is linked with, and those that its passage names besides: a press links or unlinks. */
import type { LinkedEntity } from '../../core/annotation/annotation.ts';
import { NOTE_TEXT } from './strings.ts';

export interface EntityChipsProps {
  readonly linked: readonly LinkedEntity[];
  readonly offered: readonly LinkedEntity[];
  /** Links these and no others. */
  readonly link: (entities: readonly LinkedEntity[]) => void;
}

export function EntityChips({ linked, offered, link }: EntityChipsProps) {
  if (linked.length + offered.length === 0) return null;
  return (
    <div class="entities">
      <span class="caption">{NOTE_TEXT.entities}</span>
      {linked.map((entity) => (
        <button
          type="button"
          key={entity.id}
          class="chip on"
          aria-label={NOTE_TEXT.unlink(entity.name)}
          title={NOTE_TEXT.unlink(entity.name)}
          onClick={() => link(linked.filter(({ id }) => id !== entity.id))}
        >
          {entity.name} ×
        </button>
      ))}
      {offered.map((entity) => (
        <button
          type="button"
          key={entity.id}
          class="chip"
          aria-label={NOTE_TEXT.link(entity.name)}
          onClick={() => link([...linked, entity])}
        >
          + {entity.name}
        </button>
      ))}
    </div>
  );
}
