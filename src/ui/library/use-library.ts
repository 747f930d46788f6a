/** The state of the page: what is asked, what answers, what is chosen; and the deeds. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  EVERYTHING,
  type LibraryFacets,
  type LibraryQuery,
  type LibraryState,
  type SearchPage,
} from '../../messages/to-library.ts';
import { inPercent } from './amounts.ts';
import { createDeeds, type Deeds, type Undoable } from './deeds.ts';
import type { LibraryHost } from './host.ts';
import { hashOf, type View, viewOf } from './view.ts';

/** Notes fetched at once. */
const WINDOW = 60;

/** What was just done or went wrong; with the deed, where that can be taken back. */
export interface Said {
  readonly text: string;
  readonly deed: Undoable | null;
}

export interface Library extends Deeds {
  readonly host: LibraryHost;
  readonly state: LibraryState | null;
  readonly view: View;
  go(view: View): void;
  readonly query: LibraryQuery;
  ask(change: Partial<LibraryQuery>): void;
  readonly found: SearchPage | null;
  more(): void;
  readonly facets: LibraryFacets | null;
  readonly progress: string | null;
  readonly current: string | null;
  choose(id: string | null): void;
  readonly selected: ReadonlySet<string>;
  select(ids: readonly string[], on: boolean): void;
  selectAllFound(): Promise<void>;
  clearSelection(): void;
  readonly undoable: Undoable | null;
  readonly message: Said | null;
  say(message: string | null): void;
  /** Raised with every change of the library: what shows notes asks for them anew. */
  readonly turn: number;
  readonly readOnly: boolean;
}

export function useLibrary(host: LibraryHost): Library {
  const { engine } = host;
  const [state, setState] = useState<LibraryState | null>(null);
  const [view, setView] = useState<View>(() => viewOf(location.hash));
  const [query, setQuery] = useState<LibraryQuery>(EVERYTHING);
  const [facets, setFacets] = useState<LibraryFacets | null>(null);
  const [progress, setProgress] = useState<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const { selected, setSelected, select } = useSelection();
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [message, setMessage] = useState<Said | null>(null);
  const [turn, setTurn] = useState(0);
  const { found, search, more } = useFound(engine);

  const refresh = useCallback(async () => {
    setTurn((n) => n + 1);
    // Shown together: a list without the counts and the way back that belong to it would change under the pointer.
    const [show, counted, last] = await Promise.all([
      search(query),
      engine.facets(null),
      engine.undoable(null),
    ]);
    show();
    setFacets(counted);
    setUndoable(last);
  }, [engine, query, search]);
  const latest = useRef(refresh);
  latest.current = refresh;
  const show = useCallback((next: View) => {
    setView(next);
    // What was said of one place is not about another.
    setMessage(null);
  }, []);

  useEffect(() => {
    host.onNews((news) => {
      if (news.sidelight === 'changed') {
        setProgress(null);
        void latest.current();
      } else if (news.what === 'index')
        setProgress(news.total && news.done < news.total ? inPercent(news.done / news.total) : null);
    });
    void engine.open(null).then((opened) => {
      setState(opened);
      void latest.current();
    });
    const onHash = () => show(viewOf(location.hash));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [engine, host, show]);
  useEffect(() => {
    if (state) void search(query, WINDOW).then((show) => show());
  }, [query, search, state]);

  const clearSelection = useCallback(() => setSelected(new Set()), [setSelected]);
  const say = useCallback(
    (text: string | null, deed: Undoable | null = null) => setMessage(text === null ? null : { text, deed }),
    [],
  );
  const deeds = useMemo(
    () => createDeeds({ engine, say, refresh: () => latest.current(), clearSelection, now: Date.now }),
    [engine, say, clearSelection],
  );
  const go = (next: View) => {
    if (hashOf(next) !== location.hash) location.hash = hashOf(next);
    // Another place begins with its own list; a page keeps the note that led to it.
    if (next.kind !== 'page') setCurrent(null);
    show(next);
  };
  return {
    host,
    state,
    view,
    go,
    query,
    ask: (change) => setQuery((before) => ({ ...before, ...change })),
    found,
    more: () => void more(query),
    facets,
    progress,
    current,
    choose: setCurrent,
    selected,
    select,
    selectAllFound: async () => setSelected(new Set(await engine.findIds({ query }))),
    clearSelection,
    ...deeds,
    undoable,
    message,
    say,
    turn,
    readOnly: state?.state === 'rescue',
  };
}

/** What answers the query, as far as it was fetched. */
function useFound(engine: LibraryHost['engine']) {
  const [found, setFound] = useState<SearchPage | null>(null);
  const token = useRef(0);
  const size = useRef(WINDOW);
  /** Without a number of notes, as many as before. Resolves to what shows them. */
  const search = useCallback(
    async (asked: LibraryQuery, count = size.current) => {
      const own = ++token.current;
      size.current = count;
      const page = await engine.search({ query: asked, from: 0, count });
      // Somebody may have typed on since.
      return () => {
        if (own === token.current) setFound(page);
      };
    },
    [engine],
  );
  const more = async (asked: LibraryQuery) => (await search(asked, size.current + WINDOW * 2))();
  return { found, search, more };
}

function useSelection() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const select = (ids: readonly string[], on: boolean) =>
    setSelected((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  return { selected, setSelected, select };
}
