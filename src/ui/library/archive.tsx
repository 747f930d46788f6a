/** An archived copy of the page, by hand: making one tells the archive's keeper what is read. */
import { useState } from 'preact/hooks';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export function Archive({ note, library }: { note: Annotation; library: Library }) {
  const [adding, setAdding] = useState(false);
  const [url, setUrl] = useState('');
  if (note.archived && !adding)
    return (
      <a class="link" href={note.archived.url} target="_blank" rel="noreferrer">
        {LIBRARY.archiveLink}
      </a>
    );
  if (library.readOnly) return null;
  if (!adding)
    return (
      <button type="button" class="link" onClick={() => setAdding(true)}>
        {LIBRARY.addArchive}
      </button>
    );
  return (
    <form
      class="archive"
      onSubmit={(event) => {
        event.preventDefault();
        void library
          .change(note, { archived: { url: url.trim(), on: new Date().toISOString().slice(0, 10) } })
          .then(() => setAdding(false));
      }}
    >
      <p class="small">{LIBRARY.archiveHelp}</p>
      <input
        type="url"
        required
        pattern="https?://.+"
        placeholder="https://"
        aria-label={LIBRARY.archiveAddress}
        value={url}
        onInput={(event) => setUrl(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {LIBRARY.save}
      </button>
      <button type="button" class="link" onClick={() => setAdding(false)}>
        {LIBRARY.cancel}
      </button>
    </form>
  );
}
