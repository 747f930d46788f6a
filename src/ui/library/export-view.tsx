/** Exporting: all notes or those that are selected, in the format that is needed. */
import { useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat } from '../../messages/to-library.ts';
import { inPercent } from './amounts.ts';
import { EXPORT_FORMAT, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';
import { useProgress } from './use-progress.ts';

export function ExportView({ library }: { library: Library }) {
  const { selected, state, host } = library;
  const [format, setFormat] = useState<ExportFormat>('json-ld');
  const [some, setSome] = useState(selected.size > 0);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const [progress, reset] = useProgress(host, ['export']);
  const run = async () => {
    setBusy(true);
    setMade(null);
    try {
      const { file, name } = await host.engine.exportFile({ format, ids: some ? [...selected] : null });
      host.saveFile(file, name);
      setMade(name);
    } catch {
      library.say(LIBRARY.failed);
    } finally {
      setBusy(false);
      reset();
    }
  };
  return (
    <section class="tool">
      <h2>{LIBRARY.exportTitle}</h2>
      <p>{LIBRARY.exportLead}</p>
      {selected.size > 0 && (
        <p class="links">
          <label>
            <input type="radio" name="which" checked={some} onChange={() => setSome(true)} />{' '}
            {LIBRARY.exportSome(selected.size)}
          </label>
          <label>
            <input type="radio" name="which" checked={!some} onChange={() => setSome(false)} />{' '}
            {LIBRARY.exportAll(state?.notes ?? 0)}
          </label>
        </p>
      )}
      <fieldset class="formats">
        <legend class="unseen">{LIBRARY.exportTitle}</legend>
        {EXPORT_FORMATS.map((key) => (
          <label key={key}>
            <input type="radio" name="format" checked={format === key} onChange={() => setFormat(key)} />
            <b>{EXPORT_FORMAT[key][0]}</b>
            <span>{EXPORT_FORMAT[key][1]}</span>
          </label>
        ))}
      </fieldset>
      <p class="links">
        <button type="button" class="button main" disabled={busy} onClick={() => void run()}>
          {LIBRARY.export}
        </button>
        <span role="status">
          {busy ? LIBRARY.exporting(progress?.share ?? inPercent(0)) : made && LIBRARY.exported(made)}
        </span>
      </p>
    </section>
  );
}
