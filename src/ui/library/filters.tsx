/** What narrows the list down, and its order. */
import { COLOURS } from '../../core/annotation/annotation.ts';
import { EVERYTHING, ONLY as ONLY_KEYS, SORTS } from '../../messages/to-library.ts';
import { Select } from '../pages/select.tsx';
import { COLOUR, LIBRARY, ONLY, SORT } from './strings.ts';
import type { Library } from './use-library.ts';

export function Filters({ library, filtered }: { library: Library; filtered: boolean }) {
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
      <span class="dates">
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
      </span>
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
