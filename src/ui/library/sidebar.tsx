/** What is in the library: entities and tags by how often they occur, and the tools. */
import { useState } from 'preact/hooks';
import { EVERYTHING } from '../../messages/to-library.ts';
import { inDigits } from './amounts.ts';
import { DEED, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

/** Entries shown before the rest is asked for. */
const FEW = 8;

export function Sidebar({ library }: { library: Library }) {
  const { facets, view, query, go, ask, state, undoable } = library;
  const undo = undoable && DEED[undoable.what];
  // Not 0 before it is counted: a library that takes long to open would look as if it had lost everything.
  const all = facets?.notes ?? state?.notes;
  return (
    <nav class="sidebar" aria-label={LIBRARY.title}>
      <h1>Sidelight</h1>
      <button
        type="button"
        class="entry"
        aria-current={view.kind === 'notes' ? 'page' : undefined}
        onClick={() => {
          ask(EVERYTHING);
          go({ kind: 'notes' });
        }}
      >
        <span class="name">{LIBRARY.all}</span>
        {all !== undefined && <span class="count">{inDigits(all)}</span>}
      </button>
      <Group title={LIBRARY.entities}>
        {(facets?.entities ?? []).map(({ id, name, count }) => (
          <button
            type="button"
            key={id}
            class="entry"
            aria-current={view.kind === 'entity' && view.id === id ? 'page' : undefined}
            onClick={() => go({ kind: 'entity', id })}
          >
            <span class="name">{name}</span>
            <span class="count">{inDigits(count)}</span>
          </button>
        ))}
      </Group>
      <Group title={LIBRARY.tags}>
        {(facets?.tags ?? []).map(({ name, count }) => {
          const on = query.tags.includes(name);
          return (
            <button
              type="button"
              key={name}
              class="entry"
              aria-pressed={on}
              onClick={() => {
                ask({ tags: on ? query.tags.filter((tag) => tag !== name) : [...query.tags, name] });
                go({ kind: 'notes' });
              }}
            >
              <span class="name">#{name}</span>
              <span class="count">{inDigits(count)}</span>
            </button>
          );
        })}
      </Group>
      <div class="tools">
        {undo && undoable && !library.readOnly && (
          <button type="button" class="entry more" onClick={() => void library.undo()}>
            {undo(undoable.notes)}
          </button>
        )}
        {(['import', 'export', 'upkeep'] as const).map((kind) => (
          <button
            type="button"
            key={kind}
            class="entry"
            disabled={library.readOnly && kind !== 'export'}
            aria-current={view.kind === kind ? 'page' : undefined}
            onClick={() => go({ kind })}
          >
            {LIBRARY[kind]}
          </button>
        ))}
      </div>
    </nav>
  );
}

function Group({ title, children }: { title: string; children: preact.ComponentChildren[] }) {
  const [all, setAll] = useState(false);
  if (children.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {all ? children : children.slice(0, FEW)}
      {children.length > FEW && (
        <button type="button" class="entry more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? LIBRARY.fewer : LIBRARY.more(children.length - FEW)}
        </button>
      )}
    </section>
  );
}
