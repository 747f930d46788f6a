/** My words: shown as what they say, edited as Markdown. Kept when the field is left or closed; two tabs keep both versions. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export interface NoteEditorProps {
  readonly note: Annotation;
  readonly library: Library;
  readonly open: boolean;
  readonly shown: (markdown: string) => preact.ComponentChildren;
}

export function NoteEditor({ note, library, open, shown }: NoteEditorProps) {
  const [editing, setEditing] = useState(open);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (open) setEditing(true);
  }, [open]);
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  const keep = () => {
    const words = field.current?.value ?? note.note;
    if (words !== note.note) void library.change(note, { note: words });
  };
  if (editing)
    return (
      <div class="editor">
        <textarea
          ref={field}
          rows={Math.max(4, Math.min(16, note.note.split('\n').length + 2))}
          defaultValue={note.note}
          aria-label={LIBRARY.myWords}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
              return;
            event.preventDefault();
            event.stopPropagation();
            keep();
            setEditing(false);
          }}
        />
        <button
          type="button"
          class="button"
          onClick={() => {
            keep();
            setEditing(false);
          }}
        >
          {LIBRARY.done}
        </button>
      </div>
    );
  return (
    <>
      {note.note && <div class="words">{shown(note.note)}</div>}
      {!library.readOnly && (
        <button type="button" class="link" onClick={() => setEditing(true)}>
          {note.note ? LIBRARY.edit : LIBRARY.write}
        </button>
      )}
    </>
  );
}
