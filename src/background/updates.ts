/** Updates of all datasets: when they are looked for, how they are doing, and which datasets there are. */
import type { AddProblem } from '../core/dataset/add-problem.ts';
import { labelProblem, plainLabel } from '../core/dataset/label.ts';
import { datasetIdOf } from '../core/dataset/namespace.ts';
import { normalRepositoryAddress } from '../core/dataset/repository-address.ts';
import { CallError } from '../messages/envelope.ts';
import type { AddRepository, ChangeRepository } from '../messages/to-worker.ts';
import type { RepositoryState, UpdateProgress } from '../messages/update-state.ts';
import { type CheckRow, CORE, NEVER_CHECKED, type RepositoryRow } from '../storage/dataset-database.ts';
import { UpdateFailure } from '../updates/failure.ts';
import { fetchFirstRoot, normalFingerprint } from '../updates/first-root.ts';
import { isDue } from '../updates/schedule.ts';
import { updateStatus } from '../updates/status.ts';
import { certainTime, checkRepository, mayBeAsked, type UpdaterHost } from './updater.ts';

/** Milliseconds after which the worker is woken if it is stopped before it has said when. */
const WHEN_STOPPED = 30 * 60_000;
/** Datasets a reader can add. Each is asked once a day, and marked on every page. */
const MOST_ADDED = 20;

export interface UpdatesHost extends Omit<UpdaterHost, 'onProgress' | 'onUnrecorded'> {
  /** Wakes the worker at this time; null: not at all. */
  setAlarm(when: number | null): Promise<void>;
  /** Keeps the worker from being stopped until the returned function is called. */
  keepAwake(): () => void;
}

export interface Updates {
  state(): Promise<RepositoryState[]>;
  /**
   * The place for updates that came with the package and that the reader was not told of yet; null when there is none.
   * Nothing is asked there before.
   */
  untoldPlace(): Promise<string | null>;
  /** The reader was told of it. A place that is not the bundled dataset's (any more) changes nothing. */
  tell(address: string): Promise<void>;
  /**
   * Starts checking, one dataset after the other. A dataset that is being checked is not checked twice. Resolves when done.
   * For a reader's own press of the button that stands beside the address: who presses it was told.
   */
  check(ids: readonly string[]): Promise<void>;
  /**
   * Checks what is due, sets the alarm for what comes next, and deletes what removals and updates that were cut off
   * have left. For start-up, the alarm, and when datasets change.
   */
  checkDue(): Promise<void>;
  add(request: AddRepository): Promise<{ readonly id: string }>;
  change(request: ChangeRepository): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createUpdates(host: UpdatesHost): Updates {
  const { repositories, store } = host;
  const progress = new Map<string, UpdateProgress>();
  /** How checks ended that could not be recorded: told as long as the worker lives, and no check was recorded since. */
  const unrecorded = new Map<string, CheckRow>();
  const running = new Map<string, Promise<unknown>>();
  const updater: UpdaterHost = {
    ...host,
    onProgress: (id, step) => void (step ? progress.set(id, step) : progress.delete(id)),
    onUnrecorded: (id, check) => void unrecorded.set(id, check),
  };
  const checkOne = (id: string) => {
    const check = running.get(id) ?? checkRepository(updater, id).finally(() => running.delete(id));
    running.set(id, check);
    return check;
  };
  const setNextAlarm = async () => {
    const due = (await repositories.all()).filter(mayBeAsked).map(({ check }) => check.due ?? host.now());
    await host.setAlarm(due.length === 0 ? null : Math.min(...due));
  };
  /** Before there is more to ask: a worker that is stopped in between would be woken by nothing. */
  const setAlarmAhead = () => host.setAlarm(host.now() + WHEN_STOPPED);
  const tell = async (address: string | null) => {
    const core = await repositories.get(CORE);
    if (address === null || core?.address !== address || core.told === address) return;
    await setAlarmAhead();
    await repositories.change(CORE, (row) => (row.address === address ? { ...row, told: address } : row));
  };
  const checkAll = async (ids: readonly string[]) => {
    if (ids.length === 0) return setNextAlarm();
    const release = host.keepAwake();
    try {
      for (const id of ids) await checkOne(id);
      await setNextAlarm();
    } finally {
      release();
    }
  };
  const changed = async () => {
    await host.changed();
    await setNextAlarm();
  };
  return {
    async untoldPlace() {
      const core = await repositories.get(CORE);
      return core && core.told !== core.address ? core.address : null;
    },
    tell,
    async check(ids) {
      if (ids.includes(CORE)) await tell((await repositories.get(CORE))?.address ?? null);
      await checkAll(ids);
    },
    async checkDue() {
      const rows = (await repositories.all()).filter(mayBeAsked);
      try {
        await checkAll(rows.filter((row) => isDue(row.check.due, host.now())).map((row) => row.id));
      } finally {
        await host.alone(() => store.sweepLeftovers());
      }
    },
    async state() {
      const rows = await repositories.all();
      const latest = (row: RepositoryRow) => {
        const told = unrecorded.get(row.id);
        return told && (told.attempted ?? 0) > (row.check.attempted ?? 0) ? { ...row, check: told } : row;
      };
      return Promise.all(rows.map((row) => stateOf(host, latest(row), progress.get(row.id) ?? null)));
    },
    async add({ address: typed, fingerprint, label, colour }) {
      const address = normalRepositoryAddress(typed);
      const wanted = normalFingerprint(fingerprint);
      if (address === null) throw notAdded('not-https');
      if (wanted === null) throw notAdded('bad-fingerprint');
      const all = await repositories.all();
      if (all.length > MOST_ADDED) throw notAdded('too-many');
      const id = datasetIdOf(wanted);
      if (all.some((row) => row.id === id)) throw notAdded('here-already');
      const wrong = labelProblem(
        label,
        all.map((row) => row.label),
      );
      if (wrong !== null) throw notAdded(wrong);
      const root = await firstRoot(host, address, wanted);
      const row: RepositoryRow = {
        id,
        address,
        root,
        label: plainLabel(label),
        colour,
        enabled: true,
        highest: null,
        withdrawn: [],
        conflicts: [],
        check: NEVER_CHECKED,
      };
      await setAlarmAhead();
      await repositories.put(row);
      void checkAll([id]).catch((error: unknown) => console.error('sidelight: a new dataset failed', error));
      return { id };
    },
    async change({ id, label, colour, enabled }) {
      const all = await repositories.all();
      const row = all.find((candidate) => candidate.id === id);
      if (!row) throw new CallError('not-found', 'there is no such dataset');
      if (id === CORE) throw new CallError('forbidden', 'the core dataset stays as it is');
      const others = all.filter((other) => other.id !== id).map((other) => other.label);
      const wrong = label === undefined ? null : labelProblem(label, others);
      if (wrong !== null) throw new CallError('forbidden', wrong);
      if (enabled) await setAlarmAhead();
      await repositories.change(id, (now) => ({
        ...now,
        label: label === undefined ? now.label : plainLabel(label),
        colour: colour ?? now.colour,
        enabled: enabled ?? now.enabled,
      }));
      // Also when it is so already: asked again, the worker may have been stopped before the index was made.
      if (enabled !== undefined) await changed();
    },
    async remove(id) {
      if (id === CORE) throw new CallError('forbidden', 'the core dataset cannot be removed');
      await running.get(id);
      await host.alone(() => store.remove(id));
      await changed();
    },
  };
}

function notAdded(problem: AddProblem, cause?: Error): CallError {
  return new CallError('forbidden', problem, { cause });
}

async function firstRoot(host: UpdatesHost, address: string, fingerprint: string): Promise<string> {
  if (!(await host.mayFetch(address))) throw notAdded('not-allowed');
  try {
    return await fetchFirstRoot({ fetch: host.fetch }, address, fingerprint, host.times);
  } catch (error) {
    if (!(error instanceof UpdateFailure)) throw error;
    if (error.code === 'not-genuine') throw notAdded('wrong-fingerprint', error);
    throw new CallError('not-found', error.code, { cause: error });
  }
}

async function stateOf(
  host: UpdatesHost,
  row: RepositoryRow,
  progress: UpdateProgress | null,
): Promise<RepositoryState> {
  const current = await host.store.current(row.id);
  const { attempted, succeeded, due, expires, problem, issued } = row.check;
  return {
    id: row.id,
    label: row.label,
    colour: row.colour,
    address: row.address,
    enabled: row.enabled,
    release: current && {
      version: current.header.version,
      entities: current.header.entities,
      statements: current.header.statements,
      origin: current.origin,
    },
    status: updateStatus({
      hasAddress: row.address !== null,
      enabled: row.enabled,
      check: row.check,
      now: host.now(),
      floor: certainTime(current, issued),
    }),
    problem,
    attempted,
    succeeded,
    due,
    expires,
    progress,
    conflicts: row.conflicts,
    withdrawn: row.withdrawn,
  };
}
