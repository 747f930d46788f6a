/** Importing: choose a file, see what it would bring, then decide. */
import { useState } from 'preact/hooks';
import type { ItemProblem } from '../../core/annotation/item-problem.ts';
import type { ImportPreview, ImportWarning } from '../../messages/to-library.ts';
import { inPercent } from './amounts.ts';
import { FileButton } from './file-button.tsx';
import { plainText } from './plain-text.ts';
import { FILE_WARNING, ITEM_PROBLEM, LIBRARY } from './strings.ts';
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
      library.say(LIBRARY.failed);
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
      <h2>{LIBRARY.importTitle}</h2>
      <p>{LIBRARY.importLead}</p>
      <FileButton
        label={LIBRARY.choose}
        disabled={busy}
        accept=".json,.jsonld,.gz,.ris,.txt,.jsonl"
        onFile={read}
      />
      {busy && (
        <p role="status">
          {progress?.what === 'import'
            ? LIBRARY.writing(progress.share)
            : progress?.what === 'compare'
              ? LIBRARY.comparing
              : LIBRARY.readingFile(progress?.share ?? inPercent(0))}
        </p>
      )}
      {done !== null && <p role="status">{LIBRARY.imported(done)}</p>}
      {preview && !busy && (
        <div class="preview">
          <h3>{LIBRARY.preview(preview.name)}</h3>
          {preview.warnings.map((warning) => (
            <p key={warning.kind} class="caution">
              {warningWords(warning)}
            </p>
          ))}
          <ul class="tally">
            <li>{LIBRARY.fresh(preview.fresh)}</li>
            {preview.same > 0 && <li>{LIBRARY.same(preview.same)}</li>}
            {preview.differing > 0 && (
              <li>
                {LIBRARY.differing(preview.differing)}.{' '}
                <label>
                  <input
                    type="checkbox"
                    checked={keepBoth}
                    onChange={(event) => setKeepBoth(event.currentTarget.checked)}
                  />{' '}
                  {LIBRARY.keepBoth}
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
                  {note.note && <span class="own">{plainText(note.note)}</span>}
                </li>
              ))}
            </ul>
          )}
          <Problems preview={preview} />
          <p class="small">{LIBRARY.touched}</p>
          <p class="links">
            <button type="button" class="button main" disabled={wanted === 0} onClick={commit}>
              {wanted === 0 ? LIBRARY.nothingToImport : LIBRARY.commit(wanted)}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => {
                setPreview(null);
                void engine.dropImport(null);
              }}
            >
              {LIBRARY.cancel}
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
      <summary>{LIBRARY.notTaken(problems.length + moreProblems)}</summary>
      <ul>
        {problems.map(({ item, problem }, i) => (
          <li key={`${item} ${i}`}>
            {LIBRARY.problem(item === 0 ? LIBRARY.theFile : LIBRARY.item(item), problemWords(problem))}
          </li>
        ))}
        {moreProblems > 0 && <li>{LIBRARY.moreNot(moreProblems)}</li>}
      </ul>
    </details>
  );
}

function problemWords({ code, about }: ItemProblem): string {
  return about ? LIBRARY.problem(ITEM_PROBLEM[code], about) : ITEM_PROBLEM[code];
}

function warningWords(warning: ImportWarning): string {
  switch (warning.kind) {
    case 'encoding':
      return FILE_WARNING.encoding(warning.encoding, 0);
    case 'count':
      return FILE_WARNING.count(warning.stated, warning.found);
    default:
      return FILE_WARNING[warning.kind]('', 0);
  }
}
