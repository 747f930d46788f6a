/** One open note: its passage, how it was found, and the fields. What is typed is kept by itself. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LinkedEntity } from '../../core/annotation/annotation.ts';
import type { NoteView } from '../../page/notes/notes-ui.ts';
import { ColourChoice } from './colour-choice.tsx';
import { EntityChips } from './entity-chips.tsx';
import { Standing } from './standing.tsx';
import { MESSAGE, NOTE_TEXT } from './strings.ts';
import { tagsIn } from './tags.ts';
import { type Keeping, useAutosave } from './use-autosave.ts';

export interface NotePanelProps {
  readonly view: NoteView;
  readonly close: () => void;
}

export function NotePanel({ view, close }: NotePanelProps) {
  const { note } = view.anchored;
  const { keeping, put, flush } = useAutosave(view.change);
  const [colour, setColour] = useState(note.colour);
  const [entities, setEntities] = useState(note.entities);
  const [removed, setRemoved] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    (view.fresh ? field.current : panel.current)?.focus({ preventScroll: true });
  }, [view]);

  if (removed)
    return (
      <Removed putBack={() => void view.putBack().then((done) => done && setRemoved(false))} close={close} />
    );

  const link = (next: readonly LinkedEntity[]) => {
    setEntities(next);
    put({ entities: next });
    flush();
  };
  const offered = view.suggestions.filter(({ id }) => !entities.some((own) => own.id === id));
  return (
    <div class="box" role="dialog" aria-label={NOTE_TEXT.panel} tabIndex={-1} ref={panel}>
      <div class="head">
        <Status keeping={keeping} fresh={view.fresh} retry={flush} />
        <button
          type="button"
          class="quiet"
          aria-label={NOTE_TEXT.close}
          title={NOTE_TEXT.close}
          onClick={close}
        >
          ×
        </button>
      </div>
      {note.passage && (
        <blockquote class={`quote ${colour}`} lang={note.page.lang ?? undefined} dir="auto">
          {note.passage.text}
        </blockquote>
      )}
      <Standing anchored={view.anchored} />
      <label class="field">
        <span>{NOTE_TEXT.note}</span>
        <textarea
          ref={field}
          rows={3}
          placeholder={NOTE_TEXT.notePlaceholder}
          defaultValue={note.note}
          onInput={(event) => put({ note: event.currentTarget.value })}
          onBlur={flush}
        />
      </label>
      <label class="field">
        <span>
          {NOTE_TEXT.tags} <i>{NOTE_TEXT.tagsHint}</i>
        </span>
        <input
          type="text"
          defaultValue={note.tags.join(', ')}
          onInput={(event) => put({ tags: tagsIn(event.currentTarget.value) })}
          onBlur={flush}
        />
      </label>
      <EntityChips linked={entities} offered={offered} link={link} />
      {note.facts.length > 0 && <p class="facts">{NOTE_TEXT.facts(note.facts.length)}</p>}
      <div class="foot">
        <ColourChoice
          legend={NOTE_TEXT.colour}
          chosen={colour}
          choose={(name) => {
            setColour(name);
            put({ colour: name });
            flush();
          }}
        />
        <span class="gap" />
        <button type="button" class="link" onClick={view.openLibrary}>
          {NOTE_TEXT.openLibrary}
        </button>
        <button
          type="button"
          class="link danger"
          onClick={() => {
            flush();
            void view.remove().then((done) => setRemoved(done));
          }}
        >
          {NOTE_TEXT.remove}
        </button>
      </div>
    </div>
  );
}

function Removed({ putBack, close }: { putBack: () => void; close: () => void }) {
  return (
    <div class="box removed" role="status">
      {NOTE_TEXT.removed}{' '}
      <button type="button" class="link" onClick={putBack}>
        {NOTE_TEXT.putBack}
      </button>
      <button type="button" class="quiet" aria-label={NOTE_TEXT.close} onClick={close}>
        ×
      </button>
    </div>
  );
}

/** Said once politely when it changes; a failure stays until it is mended. */
function Status({ keeping, fresh, retry }: { keeping: Keeping; fresh: boolean; retry: () => void }) {
  if (keeping.state === 'failed')
    return (
      <p class="status failed" role="alert">
        {MESSAGE[keeping.message]}{' '}
        <button type="button" class="link" onClick={retry}>
          {NOTE_TEXT.retry}
        </button>
      </p>
    );
  const words = {
    saving: NOTE_TEXT.saving,
    twin: NOTE_TEXT.twin,
    kept: fresh ? NOTE_TEXT.saved : NOTE_TEXT.kept,
  };
  return (
    <p class="status" role="status">
      {words[keeping.state]}
    </p>
  );
}
