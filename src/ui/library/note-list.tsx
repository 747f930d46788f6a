/** The search field, the filters and what answers them. */
import { useEffect } from 'preact/hooks';
import { COLOURS } from '../../core/annotation/annotation.ts';
import { EVERYTHING, ONLY as ONLY_KEYS, SORTS } from '../../messages/to-library.ts';
import { Select } from '../pages/select.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { FirstUse } from './first-use.tsx';
import { NoteRow } from './note-row.tsx';
import { PageHead } from './page-head.tsx';
import { COLOUR, LIBRARY, ONLY, SORT } from './strings.ts';
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
  if (state?.state === 'open' && state.notes === 0 && found?.total === 0 && asksForAll(query))
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

function Filters({ library, filtered }: { library: Library; filtered: boolean }) {
  const { query, ask } = library;
  return (
    <div class="filters">
      <label>
        {LIBRARY.sort}{' '}
        <Select
          value={query.sort}
          options={SORTS.map((key) => [key, SORT[key]])}
          set={(sort) => ask({ sort })}
        />
      </label>
      {query.sort !== 'relevance' && (
        <label>
          <input
            type="checkbox"
            checked={query.oldestFirst}
            onChange={(event) => ask({ oldestFirst: event.currentTarget.checked })}
          />{' '}
          {LIBRARY.oldestFirst}
        </label>
      )}
      <label>
        {LIBRARY.filter}{' '}
        <Select
          value={query.only ?? ''}
          options={[['', LIBRARY.everything], ...ONLY_KEYS.map((key) => [key, ONLY[key]] as const)]}
          set={(only) => ask({ only: only === '' ? null : only })}
        />
      </label>
      <label>
        {LIBRARY.colour}{' '}
        <Select
          value={query.colour ?? ''}
          options={[['', LIBRARY.anyColour], ...COLOURS.map((key) => [key, COLOUR[key]] as const)]}
          set={(colour) => ask({ colour: colour === '' ? null : colour })}
        />
      </label>
      <label>
        {LIBRARY.from}{' '}
        <input
          type="date"
          value={query.from ?? ''}
          onChange={(event) => ask({ from: event.currentTarget.value || null })}
        />
      </label>
      <label>
        {LIBRARY.to}{' '}
        <input
          type="date"
          value={query.to ?? ''}
          onChange={(event) => ask({ to: event.currentTarget.value || null })}
        />
      </label>
      {query.tags.map((tag) => (
        <button
          type="button"
          key={tag}
          class="chip on"
          aria-label={LIBRARY.clearOne(tag)}
          onClick={() => ask({ tags: query.tags.filter((other) => other !== tag) })}
        >
          #{tag} ×
        </button>
      ))}
      {filtered && (
        <button
          type="button"
          class="link"
          onClick={() => ask({ ...EVERYTHING, text: query.text, page: query.page, sort: query.sort })}
        >
          {LIBRARY.clear}
        </button>
      )}
    </div>
  );
}
