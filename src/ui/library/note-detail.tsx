/** One note, whole: the quotation in its surroundings, my words, the statements it cites, and what can be done with it. */
import { useEffect, useState } from 'preact/hooks';
import { passageAddress } from '../../core/annotation/addresses.ts';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { fullCitation } from '../../core/annotation/out/citation.ts';
import { pageKey } from '../../core/annotation/page-key.ts';
import type { NoteFactStates } from '../../messages/to-library.ts';
import { inWords } from '../dates.ts';
import { ColourChoice } from '../notes/colour-choice.tsx';
import { tagsIn } from '../notes/tags.ts';
import { beginningOf, endOf } from '../surroundings.ts';
import { Archive } from './archive.tsx';
import { Facts } from './facts.tsx';
import { LinkedEntities } from './linked-entities.tsx';
import { Markdown } from './markdown.tsx';
import { NoteEditor } from './note-editor.tsx';
import { plainText } from './plain-text.ts';
import { LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export interface NoteDetailProps {
  readonly id: string;
  readonly library: Library;
  /** Raised when the keyboard asks for editing. */
  readonly editing: number;
}

interface NoteProps {
  readonly note: Annotation;
  readonly library: Library;
}

export function NoteDetail({ id, library, editing }: NoteDetailProps) {
  const { host, turn } = library;
  const [note, setNote] = useState<Annotation | null>(null);
  const [states, setStates] = useState<NoteFactStates['facts']>([]);
  const [asked] = useState(editing);
  useEffect(() => {
    let late = false;
    void host.engine.notes({ ids: [id] }).then(([found]) => !late && setNote(found ?? null));
    void host.engine.factStates({ ids: [id] }).then(([found]) => !late && setStates(found?.facts ?? []));
    return () => {
      late = true;
    };
  }, [id, turn]);
  if (!note) return null;
  const { page } = note;
  return (
    <article class="note" tabIndex={-1} aria-label={page.title}>
      <Head page={page} close={() => library.choose(null)} />
      {note.twin && <Twin note={note} library={library} />}
      <Quotation note={note} library={library} />
      <section>
        <h3>{LIBRARY.myWords}</h3>
        <NoteEditor
          key={note.rev}
          note={note}
          library={library}
          open={editing > asked}
          shown={(markdown) => <Markdown text={markdown} />}
        />
      </section>
      <section class="fields">
        <label class="field">
          <span>{LIBRARY.tags}</span>
          <input
            key={note.tags.join()}
            type="text"
            defaultValue={note.tags.join(', ')}
            disabled={library.readOnly}
            onChange={(event) => void library.change(note, { tags: tagsIn(event.currentTarget.value) })}
          />
        </label>
        <ColourChoice
          legend={LIBRARY.colour}
          chosen={note.colour}
          disabled={library.readOnly}
          choose={(colour) => void library.change(note, { colour })}
        />
        <LinkedEntities note={note} library={library} />
      </section>
      <Facts note={note} states={states} library={library} />
      <Deeds note={note} library={library} />
    </article>
  );
}

function Head({ page, close }: { page: Annotation['page']; close: () => void }) {
  return (
    <header>
      <h2 dir="auto" lang={page.lang ?? undefined}>
        {page.title || LIBRARY.untitled}
      </h2>
      <button type="button" class="quiet" aria-label={LIBRARY.close} title={LIBRARY.close} onClick={close}>
        ×
      </button>
      <p class="from">
        {[page.authors.join(', '), page.publisher, page.published && inWords(page.published)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </header>
  );
}

/** The words that were saved, in what stands around them, and the ways back to the page. */
function Quotation({ note, library }: NoteProps) {
  const { page, passage } = note;
  return (
    <section>
      <h3>{passage ? LIBRARY.quotation : LIBRARY.pageNote}</h3>
      {passage && (
        <blockquote class={`passage ${note.colour}`} dir="auto" lang={page.lang ?? undefined}>
          {passage.before && <span class="around">{endOf(passage.before)}</span>}
          <mark>{passage.text}</mark>
          {passage.after && <span class="around">{beginningOf(passage.after)}</span>}
        </blockquote>
      )}
      <p class="links">
        <a href={passageAddress(page, passage)} target="_blank" rel="noreferrer">
          {passage?.fragment ? LIBRARY.openPage : LIBRARY.openPagePlain}
        </a>
        <button
          type="button"
          class="link"
          onClick={() => library.go({ kind: 'page', key: pageKey(page.url) })}
        >
          {LIBRARY.allOfPage}
        </button>
      </p>
    </section>
  );
}

function Deeds({ note, library }: NoteProps) {
  const { host } = library;
  const { page, passage } = note;
  const copy = (text: string) => void host.copy(text).then(() => library.say(LIBRARY.copied));
  return (
    <footer class="deeds">
      <button type="button" class="link" onClick={() => copy(fullCitation(note, host.languageName))}>
        {LIBRARY.copyCitation}
      </button>
      {passage?.fragment && (
        <button type="button" class="link" onClick={() => copy(passageAddress(page, passage))}>
          {LIBRARY.copyLink}
        </button>
      )}
      <Archive note={note} library={library} />
      {!library.readOnly && (
        <button
          type="button"
          class="link danger"
          onClick={() => {
            library.choose(null);
            void library.bulk([note.id], { kind: 'delete' });
          }}
        >
          {LIBRARY.delete}
        </button>
      )}
    </footer>
  );
}

/** The other version beside this one. */
function Twin({ note, library }: NoteProps) {
  const [other, setOther] = useState<Annotation | null>(null);
  useEffect(() => {
    if (note.twin)
      void library.host.engine.notes({ ids: [note.twin] }).then(([found]) => setOther(found ?? null));
  }, [note.twin, library.turn]);
  return (
    <section class="twin">
      <h3>{LIBRARY.twins}</h3>
      <p>{LIBRARY.twinsNote}</p>
      {other && (
        <button type="button" class="link" onClick={() => library.choose(other.id)}>
          {plainText(other.note) || other.passage?.text || other.page.title}
        </button>
      )}
    </section>
  );
}
