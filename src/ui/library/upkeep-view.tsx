/** Never lose a note: scheduled backups, the restore drill, room, integrity, and erasing all. */
import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import type { DrillReport, IntegritySummary, LibraryHealth } from '../../messages/to-library.ts';
import { inPercent } from './amounts.ts';
import { BackupSection } from './backup-section.tsx';
import { FileButton } from './file-button.tsx';
import { Problems } from './problems.tsx';
import { bytesInWords, roomLeft } from './room.ts';
import { IN_LIBRARY, ITEM_PROBLEM, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';
import { useProgress } from './use-progress.ts';

export function UpkeepView({ library }: { library: Library }) {
  const { host, turn } = library;
  const [health, setHealth] = useState<LibraryHealth | null>(null);
  const [button, setButton] = useState(DEFAULT_SETTINGS.selectionButton);
  useEffect(() => {
    void host.readButton().then(setButton);
  }, [host]);
  useEffect(() => {
    void host.engine.health(null).then(setHealth);
  }, [turn]);
  return (
    <section class="tool">
      <h2>{LIBRARY.upkeepTitle}</h2>
      {host.backup && <BackupSection backup={host.backup} library={library} />}
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
          {LIBRARY.button}
        </label>
        <p class="small">{LIBRARY.privateNote}</p>
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
      library.say(LIBRARY.failed);
    } finally {
      setBusy(false);
      reset();
    }
  };
  const stated = report ? (report.stated ?? report.inFile) : 0;
  return (
    <section>
      <h3>{LIBRARY.drill}</h3>
      <p>{LIBRARY.drillLead}</p>
      <FileButton
        label={LIBRARY.drillChoose}
        accept=".jsonld,.json,.gz"
        disabled={busy}
        onFile={(file) => void run(file)}
      />
      {busy && <p role="status">{LIBRARY.readingFile(progress?.share ?? inPercent(0))}</p>}
      {report && (
        <div role="status">
          <p class={report.restored >= stated ? 'good' : 'caution'}>
            {report.restored >= stated
              ? LIBRARY.drillGood(report.restored)
              : LIBRARY.drillBad(report.restored, stated)}
          </p>
          <ul class="tally">
            <li>{LIBRARY.drillSame(report.same)}</li>
            {report.older > 0 && <li>{LIBRARY.drillOlder(report.older)}</li>}
            {report.missing > 0 && <li>{LIBRARY.drillMissing(report.missing)}</li>}
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
  const forecast = forecastWords(health);
  const isKept = persisted ?? health.persisted;
  return (
    <section>
      <h3>{LIBRARY.room}</h3>
      {health.used !== null && health.quota !== null && (
        <p>
          {LIBRARY.roomUsed(bytesInWords(health.used), bytesInWords(health.quota))} {forecast}
        </p>
      )}
      <p>
        {isKept ? LIBRARY.persisted : LIBRARY.notPersisted}{' '}
        {!isKept && (
          <button type="button" class="link" onClick={() => void library.host.persist().then(setPersisted)}>
            {LIBRARY.askPersist}
          </button>
        )}
      </p>
      {health.dumps.length > 0 && <p class="small">{LIBRARY.dumps(health.dumps.length)}</p>}
    </section>
  );
}

function forecastWords(health: LibraryHealth): string | null {
  const left = roomLeft(health);
  if (left === null) return null;
  if (left === 'long') return LIBRARY.lastsLong;
  return 'years' in left ? LIBRARY.lastsYears(left.years) : LIBRARY.lastsMonths(left.months);
}

/** A note that cannot be read comes with the code of why; others with words of their own. */
function detailWords(kind: string, detail: string): string {
  if (kind !== 'unreadable') return detail;
  return Object.entries(ITEM_PROBLEM).find(([code]) => code === detail)?.[1] ?? detail;
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
      <h3>{LIBRARY.check}</h3>
      <p>{LIBRARY.checkLead}</p>
      <p class="links">
        <button type="button" class="button" disabled={busy} onClick={() => void run()}>
          {LIBRARY.checkNow}
        </button>
        {busy && <span role="status">{LIBRARY.checking(progress?.share ?? inPercent(0))}</span>}
      </p>
      {report && (
        <div role="status">
          <p class={report.problems.length === 0 ? 'good' : 'caution'}>
            {report.problems.length === 0
              ? LIBRARY.checkGood(report.notes)
              : LIBRARY.checkBad(report.problems.length)}
          </p>
          <ul>
            {report.problems.slice(0, 50).map(({ id, kind, detail }) => (
              <li key={`${id} ${kind}`}>
                <button type="button" class="link" onClick={() => library.choose(id)}>
                  {id}
                </button>{' '}
                {LIBRARY.problem(IN_LIBRARY[kind], detailWords(kind, detail))}
              </li>
            ))}
          </ul>
          {mendable.length > 0 && (
            <button
              type="button"
              class="button"
              onClick={() => void engine.mend({ ids: mendable }).then(run)}
            >
              {LIBRARY.mend}
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
      <summary class="danger">{LIBRARY.erase}</summary>
      <p>{LIBRARY.eraseLead}</p>
      <label>
        {LIBRARY.eraseSure}{' '}
        <input type="text" size={8} value={word} onInput={(event) => setWord(event.currentTarget.value)} />
      </label>{' '}
      <button
        type="button"
        class="button danger"
        disabled={word !== LIBRARY.eraseWord}
        onClick={() => void erase()}
      >
        {LIBRARY.erase}
      </button>
    </details>
  );
}
