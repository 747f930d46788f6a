/** Importing: choose a file, see what it would bring, then decide. */
import { useState } from 'preact/hooks';
import type { ImportPreview } from '../../messages/to-library.ts';
import { inPercent } from './amounts.ts';
import { FileButton } from './file-button.tsx';
import { Preview } from './import-preview.tsx';
import { LIBRARY } from './strings.ts';
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
        <Preview
          preview={preview}
          keepBoth={keepBoth}
          setKeepBoth={setKeepBoth}
          commit={commit}
          cancel={() => {
            setPreview(null);
            void engine.dropImport(null);
          }}
        />
      )}
    </section>
  );
}
