/** The library page: what there is on the left, the list in the middle, the note on the right. */
import { useEffect, useRef } from 'preact/hooks';
import { Dossier } from './dossier.tsx';
import { ExportView } from './export-view.tsx';
import { Footer } from './footer.tsx';
import type { LibraryHost } from './host.ts';
import { ImportView } from './import-view.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { NoteDetail } from './note-detail.tsx';
import { NoteList } from './note-list.tsx';
import { RescueNotice } from './rescue-notice.tsx';
import { Sidebar } from './sidebar.tsx';
import { LIBRARY } from './strings.ts';
import { UpkeepView } from './upkeep-view.tsx';
import { type Library, useLibrary } from './use-library.ts';

export interface AppProps {
  readonly host: LibraryHost;
  /** A note or a page to begin with. */
  readonly start: { readonly note: string | null; readonly page: string | null };
}

export function App({ host, start }: AppProps) {
  const library = useLibrary(host);
  const search = useRef<HTMLInputElement>(null);
  const keys = useKeys(library, search);
  useEffect(() => {
    if (start.note) library.choose(start.note);
    if (start.page) library.go({ kind: 'page', key: start.page });
    // Once: the address that the page was opened with.
  }, []);
  return (
    <div class="app">
      <Sidebar library={library} />
      <main class="middle">
        {library.state?.state === 'rescue' && <RescueNotice state={library.state} library={library} />}
        <Middle library={library} search={search} />
      </main>
      {showsDetail(library) && (
        <aside class="detail" aria-label={LIBRARY.quotation}>
          <NoteDetail
            key={library.current}
            id={library.current ?? ''}
            library={library}
            editing={keys.editing}
          />
        </aside>
      )}
      <Footer library={library} />
      {keys.help && <KeyHelp close={() => keys.setHelp(false)} />}
    </div>
  );
}

function Middle({ library, search }: { library: Library; search: { current: HTMLInputElement | null } }) {
  const { view } = library;
  switch (view.kind) {
    case 'entity':
      return <Dossier key={view.id} id={view.id} library={library} />;
    case 'import':
      return <ImportView library={library} />;
    case 'export':
      return <ExportView library={library} />;
    case 'upkeep':
      return <UpkeepView library={library} />;
    default:
      return <NoteList library={library} search={search} />;
  }
}

function showsDetail({ view, current }: Library): boolean {
  return current !== null && (view.kind === 'notes' || view.kind === 'entity' || view.kind === 'page');
}
