/** A loader in another thread: the worker's side, and the thread's own. What goes wrong there is thrown here, as what it is. */
import { createCaller } from '../messages/caller.ts';
import { CallError, type CallMessage, type ReplyMessage } from '../messages/envelope.ts';
import { createReceiver } from '../messages/receiver.ts';
import type { ReleaseRow } from '../storage/dataset-database.ts';
import { DamagedRelease } from '../storage/shelves.ts';
import { asFailure, UpdateFailure, type UpdateFailureCode } from '../updates/failure.ts';
import type { Conflicts, FileJob, IndexJob, Loader, LoadProgress } from './loader.ts';

/** What travels: structured clones, so that rows and maps come as they are. */
interface ToLoader {
  storeFile(job: FileJob): Outcome<ReleaseRow>;
  makeIndex(job: IndexJob): Outcome<Conflicts>;
}

type Outcome<T> =
  | { readonly value: T }
  | { readonly failure: UpdateFailureCode | 'damaged'; readonly message: string };

/** A thread as the worker has it. */
export interface LoadingThread {
  /** Sends a call; resolves with the reply, and rejects when the thread is gone. What is heard meanwhile goes to `onNews`. */
  send(message: CallMessage, onNews: (news: LoadProgress) => void): Promise<unknown>;
}

export interface ThreadHost {
  /**
   * Does work with a thread that is there as long as the work lasts. Rejects with NoThread before the work has begun where none
   * can be had.
   */
  withThread<T>(work: (thread: LoadingThread) => Promise<T>): Promise<T>;
  /** Does the same in this thread. */
  readonly here: Loader;
}

/** There is no other thread to be had. */
export class NoThread extends Error {
  override name = 'NoThread';
}

/** Longer than any job: whether the thread is still there is the host's to know. */
const NEVER = 2 ** 31 - 1;

/** A loader that works in a thread of its own, or here where there is none. */
export function createThreadLoader({ withThread, here }: ThreadHost): Loader {
  const inThread = async <T>(
    call: (caller: ReturnType<typeof callerOf>) => Promise<Outcome<T>>,
    onProgress: (progress: LoadProgress) => void,
    job: { here(): Promise<T>; whenLost(error: CallError): Promise<T> },
  ): Promise<T> => {
    try {
      return await withThread(async (thread) => opened(await call(callerOf(thread, onProgress))));
    } catch (error) {
      if (error instanceof CallError) return job.whenLost(error);
      if (!(error instanceof NoThread)) throw error;
      console.warn('sidelight: there is no thread to load in, it is done in the worker', error);
      return job.here();
    }
  };
  return {
    storeFile: (job, onProgress) =>
      inThread((caller) => caller.storeFile(job), onProgress, {
        here: () => here.storeFile(job, onProgress),
        // The next check begins anew.
        whenLost(cause) {
          throw new UpdateFailure('internal', `the loading thread: ${cause.message}`, { cause });
        },
      }),
    makeIndex: (job) =>
      inThread(
        (caller) => caller.makeIndex(job),
        () => undefined,
        {
          here: () => here.makeIndex(job),
          // What it is made of is current already, and nobody would ask for it again.
          whenLost: () => here.makeIndex(job),
        },
      ),
  };
}

function callerOf(thread: LoadingThread, onProgress: (progress: LoadProgress) => void) {
  return createCaller<ToLoader>((message) => thread.send(message, onProgress), {
    timeout: NEVER,
    retries: 0,
  });
}

function opened<T>(outcome: Outcome<T>): T {
  if ('value' in outcome) return outcome.value;
  const { failure, message } = outcome;
  throw failure === 'damaged' ? new DamagedRelease(message) : new UpdateFailure(failure, message);
}

/** The thread's side: answers calls with the loader there. */
export function loaderReceiver(
  loader: Loader,
  news: (progress: LoadProgress) => void,
): (message: unknown) => Promise<ReplyMessage> | null {
  const receive = createReceiver<ToLoader, null>({
    handlers: {
      storeFile: (job) => outcomeOf(() => loader.storeFile(job, news)),
      makeIndex: (job) => outcomeOf(() => loader.makeIndex(job)),
    },
    // Only the worker that started this thread knows the channel.
    parse: { storeFile: (job) => job, makeIndex: (job) => job },
    mayCall: () => true,
    report: (error, name) => console.error(`sidelight: ${name} failed`, error),
  });
  return (message) => receive(message, null);
}

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof DamagedRelease) return { failure: 'damaged', message: error.message };
    const { code, message } = asFailure(error);
    return { failure: code, message };
  }
}
