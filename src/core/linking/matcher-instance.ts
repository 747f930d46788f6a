/** The half of the matcher that is compiled from src/matcher, ready to run. */
import { once } from '../once/once.ts';
import { MATCHER_CODE } from './matcher-code.ts';
import { platform } from './platform.ts';

/** What src/matcher/index.ts exports. Addresses are bytes of its memory. */
export interface MatcherInstance {
  readonly memory: Memory;
  readonly FOLD: Constant;
  readonly HITS: Constant;
  /** Everything behind it is the caller's. */
  readonly INDEX: Constant;
  /** Units whose names are looked for at once, at most. */
  readonly PIECE: Constant;
  setSections(...sections: readonly number[]): void;
  layAffixes(
    from: number,
    end: number,
    to: number,
    room: number,
    full: number,
    cut: number,
    afterS: number,
    before: number,
  ): void;
  beginText(): void;
  findNames(from: number, end: number, to: number, room: number, limit: number, isLast: boolean): number;
  /** Sums that addUp goes on with. */
  readonly plain: { value: number };
  readonly running: { value: number };
  /** Adds the half-words between two addresses. */
  addUp(from: number, end: number): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface Constant {
  readonly value: number;
}

/** What it calls. */
export interface MatcherImports {
  /** The fold table's entry of a unit. */
  classify(unit: number): number;
  /** Takes so many triples of hits. */
  take(hits: number): void;
}

const PAGE = 65_536;

let ahead: object | null = null;

/**
 * Begins to compile it beside whatever else is done. A worker that was just woken has its files to wait for meanwhile; who needs
 * the matcher sooner compiles it at once.
 */
export async function compileAhead(): Promise<void> {
  if (ahead !== null || compiled.made() !== null) return;
  try {
    ahead = await platform.WebAssembly.compile(bytesOf(MATCHER_CODE));
  } catch {
    // Whoever needs it is told why there is none.
  }
}

const compiled = once(() => {
  try {
    return ahead ?? new platform.WebAssembly.Module(bytesOf(MATCHER_CODE));
  } catch (cause) {
    throw new Error('names cannot be found: this browser does not run our WebAssembly', { cause });
  }
});

/** One with a memory of its own. Throws an error that says so where WebAssembly is forbidden. */
export function createMatcherInstance({ classify, take }: MatcherImports): MatcherInstance {
  const imports = { text: { classify }, 'look-up': { take } };
  return new platform.WebAssembly.Instance(compiled(), imports).exports as MatcherInstance;
}

/** Makes room for so many bytes. Arrays that lie in the memory must be made anew then. */
export function growTo({ memory }: MatcherInstance, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

function bytesOf(base64: string): Uint8Array {
  const native = platform.Uint8Array.fromBase64?.(base64);
  if (native) return native;
  const binary = platform.atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
