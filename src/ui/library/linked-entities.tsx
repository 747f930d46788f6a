/** What a note is about: entities of the dataset, each a way to its dossier. */
import { useState } from 'preact/hooks';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { NOTE_TEXT } from '../notes/strings.ts';
import { LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export function LinkedEntities({ note, library }: { note: Annotation; library: Library }) {
  const [name, setName] = useState('');
  const { facets, readOnly } = library;
  const known = facets?.entities ?? [];
  const link = async () => {
    const wanted = name.trim().toLowerCase();
    const own = known.find((entity) => entity.name.toLowerCase() === wanted || entity.id === wanted);
    const id = own?.id ?? wanted.replace(/\s+/g, '-');
    const [card] = await library.host.engine.cards({ ids: [id] });
    if (!card) return;
    setName('');
    if (note.entities.some((entity) => entity.id === card.id)) return;
    await library.change(note, {
      entities: [...note.entities, { id: card.id, name: card.name, kind: card.kind }],
    });
  };
  return (
    <div class="entities">
      <span class="caption">{LIBRARY.entities}</span>
      {note.entities.map((entity) => (
        <span key={entity.id} class="chip on">
          <button type="button" class="link" onClick={() => library.go({ kind: 'entity', id: entity.id })}>
            {entity.name}
          </button>
          {!readOnly && (
            <button
              type="button"
              class="cross"
              aria-label={NOTE_TEXT.unlink(entity.name)}
              onClick={() =>
                void library.change(note, { entities: note.entities.filter(({ id }) => id !== entity.id) })
              }
            >
              ×
            </button>
          )}
        </span>
      ))}
      {!readOnly && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void link();
          }}
        >
          <input
            type="text"
            list="known-entities"
            // As wide as what it asks for, and the arrow of its list.
            size={LIBRARY.link.length + 4}
            placeholder={LIBRARY.link}
            aria-label={LIBRARY.link}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <datalist id="known-entities">
            {known.map((entity) => (
              <option key={entity.id} value={entity.name} />
            ))}
          </datalist>
        </form>
      )}
    </div>
  );
}
