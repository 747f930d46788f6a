/** Settings to a file and back, and the end of everything. */
import { useRef, useState } from 'preact/hooks';
import type { ParsedSettings, Settings } from '../../core/settings/settings.ts';
import { readSettingsFile } from '../../core/settings/settings-file.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { ToWorker } from '../../messages/to-worker.ts';
import { SETTINGS } from '../pages/strings.ts';
import type { SectionProps } from './opening.tsx';

export interface YourDataProps extends SectionProps {
  /** Gives the reader a file with the settings. */
  readonly saveFile: (settings: Settings) => void;
  readonly worker: Pick<Calls<ToWorker>, 'eraseEverything'>;
}

export function YourData({ settings, change, saveFile, worker }: YourDataProps) {
  return (
    <>
      <p class="note">{SETTINGS.exportNote}</p>
      <Import apply={(next) => change(() => next)}>
        <button type="button" class="button" onClick={() => saveFile(settings)}>
          {SETTINGS.exportButton}
        </button>
      </Import>
      <Erase erase={() => worker.eraseEverything(null)} />
    </>
  );
}

type Imported =
  | { readonly state: 'none' | 'done' }
  | { readonly state: 'failed'; readonly file: string }
  | { readonly state: 'ready'; readonly file: string; readonly read: ParsedSettings };

interface ImportProps {
  readonly apply: (settings: Settings) => void;
  readonly children: preact.ComponentChildren;
}

function Import({ apply, children }: ImportProps) {
  const input = useRef<HTMLInputElement>(null);
  const [imported, setImported] = useState<Imported>({ state: 'none' });
  const take = async () => {
    const file = input.current?.files?.[0];
    if (!file || !input.current) return;
    const read = readSettingsFile(await file.text().catch(() => ''));
    setImported(read ? { state: 'ready', file: file.name, read } : { state: 'failed', file: file.name });
    // The same file may be chosen again, after it was mended.
    input.current.value = '';
  };
  return (
    <>
      <p class="row">
        {children}
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {SETTINGS.importButton}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={SETTINGS.importButton}
          onChange={() => void take()}
        />
      </p>
      <div role="status">
        {imported.state === 'failed' && <p class="wrong">{SETTINGS.importFailed(imported.file)}</p>}
        {imported.state === 'done' && <p>{SETTINGS.imported}</p>}
        {imported.state === 'ready' && (
          <div class="ask">
            <p>{SETTINGS.importReady(imported.file)}</p>
            <Dropped dropped={imported.read.dropped} />
            <p class="row">
              <button
                type="button"
                class="button"
                onClick={() => {
                  apply(imported.read.settings);
                  setImported({ state: 'done' });
                }}
              >
                {SETTINGS.importApply}
              </button>
              <button type="button" class="button" onClick={() => setImported({ state: 'none' })}>
                {SETTINGS.cancel}
              </button>
            </p>
          </div>
        )}
      </div>
    </>
  );
}

/** In the file's own words: they name the place in it. */
function Dropped({ dropped }: { readonly dropped: readonly string[] }) {
  if (dropped.length === 0) return null;
  return (
    <>
      <p>{SETTINGS.importDropped(dropped.length)}</p>
      <ul class="dots">
        {dropped.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function Erase({ erase }: { readonly erase: () => Promise<unknown> }) {
  const [state, setState] = useState<'none' | 'asking' | 'busy' | 'done' | 'failed'>('none');
  const run = () => {
    setState('busy');
    erase().then(
      () => setState('done'),
      () => setState('failed'),
    );
  };
  return (
    <div class="erase">
      <p>
        <button type="button" class="button" disabled={state === 'busy'} onClick={() => setState('asking')}>
          {SETTINGS.erase}
        </button>
      </p>
      <p class="note">{SETTINGS.eraseNote}</p>
      <div role="status">
        {state === 'asking' && (
          <p class="row ask">
            <button type="button" class="button danger" onClick={run}>
              {SETTINGS.eraseNow}
            </button>
            <button type="button" class="button" onClick={() => setState('none')}>
              {SETTINGS.cancel}
            </button>
          </p>
        )}
        {state === 'done' && <p>{SETTINGS.erased}</p>}
        {state === 'failed' && <p class="wrong">{SETTINGS.eraseFailed}</p>}
      </div>
    </div>
  );
}
