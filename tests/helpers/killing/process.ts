/**
 * A process that may end at any of its steps. A step is anything it asks of the world outside: a request to a database, to
 * storage.local, to the browser or to the network. Ended before a step, the world never hears of it; ended after, the world
 * has done it and the process never hears that it has. Either way nothing of the process happens any more.
 */

/** What becomes of a process, and at which of its steps, from 1. */
export type Fate =
  | { readonly kind: 'lives' }
  | { readonly kind: 'killed'; readonly at: number; readonly when: 'before' | 'after' }
  /** The step is refused, and the process goes on. */
  | { readonly kind: 'refused'; readonly at: number };

export const LIVES: Fate = { kind: 'lives' };

export interface Step {
  readonly what: string;
  /** Whether it changes anything outside: only then there is a difference between before and after. */
  readonly isWrite: boolean;
}

/** Timers up to this many milliseconds fire soon; longer ones are limits, which nothing here reaches. */
const SHORT = 250;
/** Turns of the event loop without anything under way, after which a process has nothing left to do. */
const QUIET_TURNS = 6;

export class MortalProcess {
  readonly fate: Fate;
  readonly steps: Step[] = [];
  readonly errors: unknown[] = [];
  isDead = false;
  private underWay = 0;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly intervals = new Set<NodeJS.Timeout>();
  private readonly ends: (() => void)[] = [];

  constructor(fate: Fate = LIVES) {
    this.fate = fate;
  }

  /** Called when it ends. */
  onEnd(end: () => void): void {
    if (this.isDead) end();
    else this.ends.push(end);
  }

  end(): void {
    if (this.isDead) return;
    this.isDead = true;
    for (const timer of [...this.timers, ...this.intervals]) clearTimeout(timer);
    for (const end of this.ends) end();
  }

  /**
   * Takes a step. `end`: the process is no more, and the step must not be done. `refuse`: it has to fail. Otherwise it is
   * done, and `after` says whether the process ends before it hears of it.
   */
  step(what: string, isWrite: boolean): 'do' | 'end' | 'refuse' | 'after' {
    if (this.isDead) return 'end';
    this.steps.push({ what, isWrite });
    const { fate } = this;
    if (fate.kind === 'lives' || fate.at !== this.steps.length) return 'do';
    if (fate.kind === 'refused') return 'refuse';
    if (fate.when === 'after') return 'after';
    this.end();
    return 'end';
  }

  /** A step that is answered by a promise. What it does is done at once, what comes of it is heard a turn later. */
  async ask<T>(what: string, isWrite: boolean, run: () => T | Promise<T>, refusal: () => Error): Promise<T> {
    const order = this.step(what, isWrite);
    if (order === 'end') return never();
    return this.tracked(async () => {
      if (order === 'refuse') {
        await turn();
        throw refusal();
      }
      const result = await run();
      await turn();
      if (order === 'after') this.end();
      return result;
    });
  }

  /** Work that this process waits for, without a step. Never heard of again once the process has ended. */
  async tracked<T>(work: () => Promise<T>): Promise<T> {
    if (this.isDead) return never();
    this.underWay++;
    try {
      const result = await work();
      return this.isDead ? await never() : result;
    } catch (error) {
      if (this.isDead) return never();
      throw error;
    } finally {
      this.underWay--;
    }
  }

  /** Something begins that ends when the returned function is called. */
  begin(): () => void {
    this.underWay++;
    let isOver = false;
    return () => {
      if (!isOver) this.underWay--;
      isOver = true;
    };
  }

  /** The timers of its global object. */
  readonly timing = {
    setTimeout: (callback: () => void, delay = 0): NodeJS.Timeout | undefined => {
      if (this.isDead || delay > SHORT) return undefined;
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        callback();
      }, delay / 25);
      this.timers.add(timer);
      return timer;
    },
    setInterval: (callback: () => void, delay = 0): NodeJS.Timeout | undefined => {
      if (this.isDead) return undefined;
      const interval = setInterval(callback, delay);
      this.intervals.add(interval);
      return interval;
    },
    clear: (timer: NodeJS.Timeout | undefined): void => {
      clearTimeout(timer);
      if (timer) for (const kind of [this.timers, this.intervals]) kind.delete(timer);
    },
  };

  /** Resolves once the process has ended or has nothing left to do. */
  async settled(): Promise<void> {
    const end = performance.now() + 20_000;
    for (let quiet = 0; quiet < QUIET_TURNS && !this.isDead; ) {
      await turn();
      const isBusy = this.underWay > 0 || this.timers.size > 0 || this.intervals.size > 0;
      quiet = isBusy ? 0 : quiet + 1;
      if (performance.now() > end)
        throw new Error(`the process never comes to rest: ${this.steps.at(-1)?.what}`);
    }
  }
}

export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function never(): Promise<never> {
  return new Promise(() => undefined);
}
