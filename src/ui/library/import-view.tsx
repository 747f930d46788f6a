/** Importing: choose a file, see what it would bring, then decide. */
import { useState } from 'preact/hooks';
import type { ImportPreview } from '../../messages/to-library.ts';
import { FileButton } from './file-button.tsx';
import { WORDS, warningWords } from './strings.ts';
import type { Library } from './use-library.ts';
import { useProgress } from './use-progress.ts';

export function ImportView({ library }: { library: Library }) {
  const { engine, addHints } = library.host;
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [keepBoth, setKeepBoth] = useState(true);
  const [done, setDone] = useState<number | null>(null);
  const [progress, reset] = useProgress(library.host, ['read', 'compare', 'import']);
  const work = async (deed: () => Promise<void>) => {
    setBusy(true);
    setDone(null);
    try {
      await deed();
    } catch {
      library.say(WORDS.failed);
    } finally {
      setBusy(false);
      reset();
    }
  };
  const read = (file: File) =>
    void work(async () => {
      setPreview(null);
      setPreview(await engine.previewImport({ file, name: file.name }));
    });
  const commit = () =>
    void work(async () => {
      await addHints(await engine.importHints(null));
      setDone(await engine.commitImport({ keepBoth }));
      setPreview(null);
      library.say(null);
    });
  const wanted = preview ? preview.fresh + (keepBoth ? preview.differing : 0) : 0;
  return (
    <section class="tool">
      <h2>{WORDS.importTitle}</h2>
      <p>{WORDS.importLead}</p>
      <FileButton
        label={WORDS.choose}
        disabled={busy}
        accept=".json,.jsonld,.gz,.ris,.txt,.jsonl"
        onFile={read}
      />
      {busy && (
        <p role="status">
          {progress?.what === 'import'
            ? WORDS.writing(progress.share)
            : progress?.what === 'compare'
              ? WORDS.comparing
              : WORDS.readingFile(progress?.share ?? '0 %')}
        </p>
      )}
      {done !== null && <p role="status">{WORDS.imported(done)}</p>}
      {preview && !busy && (
        <div class="preview">
          <h3>{WORDS.preview(preview.name)}</h3>
          {preview.warnings.map((warning) => (
            <p key={warning.kind} class="caution">
              {warningWords(warning)}
            </p>
          ))}
          <ul class="tally">
            <li>{WORDS.fresh(preview.fresh)}</li>
            {preview.same > 0 && <li>{WORDS.same(preview.same)}</li>}
            {preview.differing > 0 && (
              <li>
                {WORDS.differing(preview.differing)}.{' '}
                <label>
                  <input
                    type="checkbox"
                    checked={keepBoth}
                    onChange={(event) => setKeepBoth(event.currentTarget.checked)}
                  />{' '}
                  {WORDS.keepBoth}
                </label>
              </li>
            )}
          </ul>
          {preview.examples.length > 0 && (
            <ul class="examples">
              {preview.examples.map((note) => (
                <li key={note.id}>
                  <span class="quote" dir="auto">
                    {note.passage?.text ?? note.page.title}
                  </span>
                  {note.note && <span class="own">{note.note}</span>}
                </li>
              ))}
            </ul>
          )}
          <Problems preview={preview} />
          <p class="small">{WORDS.touched}</p>
          <p class="links">
            <button type="button" class="button main" disabled={wanted === 0} onClick={commit}>
              {WORDS.commit(wanted)}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => {
                setPreview(null);
                void engine.dropImport(null);
              }}
            >
              {WORDS.cancel}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

export function Problems({ preview }: { preview: Pick<ImportPreview, 'problems' | 'moreProblems'> }) {
  const { problems, moreProblems } = preview;
  if (problems.length === 0) return null;
  return (
    <details class="problems" open={problems.length <= 5}>
      <summary>{WORDS.notTaken(problems.length + moreProblems)}</summary>
      <ul>
        {problems.map(({ item, reason }, i) => (
          <li key={`${item} ${i}`}>
            <b>{WORDS.item(item)}</b>: {reason}
          </li>
        ))}
        {moreProblems > 0 && <li>{WORDS.moreNot(moreProblems)}</li>}
      </ul>
    </details>
  );
}
