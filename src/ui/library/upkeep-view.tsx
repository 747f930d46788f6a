/** Never lose a note: scheduled backups, the restore drill, room, integrity, and erasing all. */
import { useEffect, useState } from 'preact/hooks';
import { type BackupState, hasBackupStopped, NO_BACKUPS } from '../../core/settings/backup.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import type { DrillReport, IntegritySummary, LibraryHealth } from '../../messages/to-library.ts';
import { BackupSection } from './backup-section.tsx';
import { FileButton } from './file-button.tsx';
import { Problems } from './import-view.tsx';
import { bytesInWords, yearsLeft } from './room.ts';
import { IN_FILE, WORDS } from './strings.ts';
import type { Library } from './use-library.ts';
import { useProgress } from './use-progress.ts';

export function UpkeepView({ library }: { library: Library }) {
  const { host, turn } = library;
  const [backup, setBackup] = useState<BackupState>(NO_BACKUPS);
  const [health, setHealth] = useState<LibraryHealth | null>(null);
  const [button, setButton] = useState(DEFAULT_SETTINGS.selectionButton);
  useEffect(() => {
    void host.backup.read().then(setBackup);
    host.backup.onChanged(setBackup);
    void host.readButton().then(setButton);
  }, [host]);
  useEffect(() => {
    void host.engine.health(null).then(setHealth);
  }, [turn]);
  const stopped = hasBackupStopped(backup, new Date().toISOString());
  return (
    <section class="tool">
      <h2>{WORDS.upkeepTitle}</h2>
      <BackupSection library={library} state={backup} stopped={stopped} />
      <Drill library={library} />
      <Room library={library} health={health} />
      <Integrity library={library} />
      <section>
        <label>
          <input
            type="checkbox"
            checked={button}
            onChange={(event) => {
              setButton(event.currentTarget.checked);
              void host.setButton(event.currentTarget.checked);
            }}
          />{' '}
          {WORDS.button}
        </label>
        <p class="small">{WORDS.privateNote}</p>
      </section>
      <Erase library={library} />
    </section>
  );
}

function Drill({ library }: { library: Library }) {
  const [report, setReport] = useState<DrillReport | null>(null);
  const [busy, setBusy] = useState(false);
  const [progress, reset] = useProgress(library.host, ['drill']);
  const run = async (file: File) => {
    setBusy(true);
    setReport(null);
    try {
      setReport(await library.host.engine.drill({ file }));
    } catch {
      library.say(WORDS.failed);
    } finally {
      setBusy(false);
      reset();
    }
  };
  const stated = report ? (report.stated ?? report.inFile) : 0;
  return (
    <section>
      <h3>{WORDS.drill}</h3>
      <p>{WORDS.drillLead}</p>
      <FileButton
        label={WORDS.drillChoose}
        accept=".jsonld,.json,.gz"
        disabled={busy}
        onFile={(file) => void run(file)}
      />
      {busy && <p role="status">{WORDS.readingFile(progress?.share ?? '0 %')}</p>}
      {report && (
        <div role="status">
          <p class={report.restored >= stated ? 'good' : 'caution'}>
            {report.restored >= stated
              ? WORDS.drillGood(report.restored)
              : WORDS.drillBad(report.restored, stated)}
          </p>
          <ul class="tally">
            <li>{WORDS.drillSame(report.same)}</li>
            {report.older > 0 && <li>{WORDS.drillOlder(report.older)}</li>}
            {report.missing > 0 && <li>{WORDS.drillMissing(report.missing)}</li>}
          </ul>
          <Problems preview={{ problems: report.problems, moreProblems: 0 }} />
        </div>
      )}
    </section>
  );
}

function Room({ library, health }: { library: Library; health: LibraryHealth | null }) {
  const [persisted, setPersisted] = useState<boolean | null>(null);
  if (!health) return null;
  const forecast = yearsLeft(health);
  const isKept = persisted ?? health.persisted;
  return (
    <section>
      <h3>{WORDS.room}</h3>
      {health.used !== null && health.quota !== null && (
        <p>
          {WORDS.roomUsed(bytesInWords(health.used), bytesInWords(health.quota))}{' '}
          {forecast && WORDS.roomForecast(forecast)}
        </p>
      )}
      <p>
        {isKept ? WORDS.persisted : WORDS.notPersisted}{' '}
        {!isKept && (
          <button type="button" class="link" onClick={() => void library.host.persist().then(setPersisted)}>
            {WORDS.askPersist}
          </button>
        )}
      </p>
      {health.dumps.length > 0 && <p class="small">{WORDS.dumps(health.dumps.length)}</p>}
    </section>
  );
}

function Integrity({ library }: { library: Library }) {
  const [report, setReport] = useState<IntegritySummary | null>(null);
  const [busy, setBusy] = useState(false);
  const [progress, reset] = useProgress(library.host, ['check']);
  const { engine } = library.host;
  const run = async () => {
    setBusy(true);
    setReport(await engine.checkIntegrity(null).catch(() => null));
    setBusy(false);
    reset();
  };
  const mendable = report?.problems.filter(({ kind }) => kind === 'lost-keys').map(({ id }) => id) ?? [];
  return (
    <section>
      <h3>{WORDS.check}</h3>
      <p>{WORDS.checkLead}</p>
      <p class="links">
        <button type="button" class="button" disabled={busy} onClick={() => void run()}>
          {WORDS.checkNow}
        </button>
        {busy && <span role="status">{WORDS.checking(progress?.share ?? '0 %')}</span>}
      </p>
      {report && (
        <div role="status">
          <p class={report.problems.length === 0 ? 'good' : 'caution'}>
            {report.problems.length === 0
              ? WORDS.checkGood(report.notes)
              : WORDS.checkBad(report.problems.length)}
          </p>
          <ul>
            {report.problems.slice(0, 50).map(({ id, kind, detail }) => (
              <li key={`${id} ${kind}`}>
                <button type="button" class="link" onClick={() => library.choose(id)}>
                  {id}
                </button>{' '}
                {IN_FILE[kind]}: {detail}
              </li>
            ))}
          </ul>
          {mendable.length > 0 && (
            <button
              type="button"
              class="button"
              onClick={() => void engine.mend({ ids: mendable }).then(run)}
            >
              {WORDS.mend}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function Erase({ library }: { library: Library }) {
  const [word, setWord] = useState('');
  const erase = async () => {
    await library.host.engine.eraseAll(null);
    location.hash = '';
    location.reload();
  };
  return (
    <details>
      <summary class="danger">{WORDS.erase}</summary>
      <p>{WORDS.eraseLead}</p>
      <label>
        {WORDS.eraseSure}{' '}
        <input type="text" size={8} value={word} onInput={(event) => setWord(event.currentTarget.value)} />
      </label>{' '}
      <button
        type="button"
        class="button danger"
        disabled={word !== WORDS.eraseWord}
        onClick={() => void erase()}
      >
        {WORDS.erase}
      </button>
    </details>
  );
}
