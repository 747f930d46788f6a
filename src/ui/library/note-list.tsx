/** The search field, the filters and what answers them. */
import { useEffect } from 'preact/hooks';
import { EVERYTHING } from '../../messages/to-library.ts';
import { BulkBar } from './bulk-bar.tsx';
import { Filters } from './filters.tsx';
import { FirstUse } from './first-use.tsx';
import { NoteRow } from './note-row.tsx';
import { PageHead } from './page-head.tsx';
import { LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';
import { asksForAll } from './view.ts';

export interface NoteListProps {
  readonly library: Library;
  readonly search: { current: HTMLInputElement | null };
}

export function NoteList({ library, search }: NoteListProps) {
  const { query, ask, found, state, view, progress } = library;
  const page = view.kind === 'page' ? view.key : null;
  useEffect(() => {
    if (query.page !== page) ask({ page });
  }, [page]);
  // Not by the count the library opened with: everything may have been deleted since, or the first note saved.
  if (state?.state === 'open' && found?.total === 0 && found.complete && asksForAll(query))
    return <FirstUse library={library} />;
  const filtered = !asksForAll({ ...query, text: '', page: null });
  return (
    <>
      {page && <PageHead library={library} />}
      <div class="search">
        <input
          ref={search}
          type="search"
          class="search-field"
          placeholder={LIBRARY.search}
          aria-label={LIBRARY.search}
          value={query.text}
          autofocus
          onInput={(event) => ask({ text: event.currentTarget.value })}
        />
      </div>
      <Filters library={library} filtered={filtered} />
      <div class="count-line" role="status">
        {state === null && <span class="patience">{LIBRARY.opening}</span>}
        {found && <strong>{LIBRARY.found(found.total)}</strong>}
        {progress && <span> · {LIBRARY.reading(progress)}</span>}
        {found && !found.complete && !progress && <span> · {LIBRARY.stillReading}</span>}
        {found && found.instead.length > 0 && (
          <span> · {LIBRARY.instead(found.instead.slice(0, 3).join(', '))}</span>
        )}
      </div>
      <BulkBar library={library} />
      <ol class="notes">
        {found?.notes.map((note) => (
          <NoteRow key={note.id} note={note} library={library} hasMoved={found.moved.includes(note.id)} />
        ))}
      </ol>
      {found && found.notes.length < found.total && (
        <button type="button" class="button more-button" onClick={library.more}>
          {LIBRARY.loadMore}
        </button>
      )}
      {found?.total === 0 && found.complete && (
        <div class="empty">
          <p>{LIBRARY.nothing}</p>
          <p>{LIBRARY.nothingHelp}</p>
          {filtered && (
            <button
              type="button"
              class="button"
              onClick={() => ask({ ...EVERYTHING, text: query.text, page })}
            >
              {LIBRARY.clear}
            </button>
          )}
        </div>
      )}
    </>
  );
}
