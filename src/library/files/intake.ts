/** What is taken of a file so far, with every reason why something is not, and the limits of what is held. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import type { ReadReference } from '../../core/annotation/in/references.ts';
import { type ItemProblemCode, problem } from '../../core/annotation/item-problem.ts';
import type { ImportProblem, ImportWarning } from '../../messages/to-library.ts';

export interface ReadFile {
  readonly notes: readonly Annotation[];
  /** Notes made here that a citation manager carried back: they say less than those they were made from. */
  readonly returned: readonly Annotation[];
  /** Sources of the dataset that the file lists beside its notes. */
  readonly sources: number;
  readonly problems: readonly ImportProblem[];
  /** More problems than are listed. */
  readonly moreProblems: number;
  readonly warnings: readonly ImportWarning[];
  readonly stated: number | null;
}

/** What one import may take: everything that it brings is held until it is agreed to, and the memory has an end. */
export interface Limits {
  /** Text of notes, in UTF-16 units, and what they copy from the reference that carries them. */
  readonly notes: number;
  /** The file, unpacked, in bytes: a small one can unpack to any size. */
  readonly file: number;
  /** Reference managers' files are held whole; nobody's are this large. */
  readonly ris: number;
  /** Items that are no notes: with so many, and hardly a note, it is a file of something else. */
  readonly problems: number;
}

export const LIMITS: Limits = {
  notes: 300_000_000,
  file: 2_000_000_000,
  ris: 60_000_000,
  problems: 100_000,
};

/** Problems that are kept with their reasons: a file can have one at every third letter. */
const MOST_PROBLEMS = 1000;

/** Ends the reading of a file that goes beyond a limit: then nothing of it is taken, because half of it is no import. */
export class TooLarge extends Error {
  override name = 'TooLarge';
  readonly problem: Pick<ImportProblem, 'problem'>;
  constructor(code: ItemProblemCode, about = '') {
    super(code);
    this.problem = problem(code, about);
  }
}

export interface Intake {
  /** Items so far, taken or not. */
  items(): number;
  /** What an item of the file holds, and how much of it is kept (UTF-16 units). @throws TooLarge */
  take(read: readonly ReadReference[], size: number): void;
  /** What is wrong with an item, or (0) with the file. @throws TooLarge when it is no file of notes at all */
  problem(item: number, code: ItemProblemCode, about?: string): void;
  hasProblems(): boolean;
  warn(warning: ImportWarning): void;
  /** All of it; `stated` is how many notes the file says it has. */
  end(stated: number | null): ReadFile;
  /** Nothing of it, for this reason. */
  none(reason: TooLarge): ReadFile;
}

export function createIntake(limits: Limits): Intake {
  const notes: Annotation[] = [];
  const returned: Annotation[] = [];
  const problems: ImportProblem[] = [];
  const warnings: ImportWarning[] = [];
  const seen = new Set<string>();
  let items = 0;
  let sources = 0;
  let moreProblems = 0;
  let held = 0;
  const add = (item: number, found: Pick<ImportProblem, 'problem'>) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ item, ...found });
    else if (++moreProblems > limits.problems && moreProblems > 10 * (notes.length + returned.length))
      throw new TooLarge('no-notes');
  };
  const takeOne = (read: ReadReference) => {
    if ('problem' in read) return add(items, read);
    if ('source' in read) return void sources++;
    if (seen.has(read.note.id)) return add(items, problem('id-twice', read.note.id));
    seen.add(read.note.id);
    (read.isCarried ? returned : notes).push(read.note);
  };
  return {
    items: () => items,
    take(read, size) {
      items++;
      if (read.some((one) => 'note' in one)) held += size;
      for (const one of read) if ('note' in one && one.isCarried) held += copied(one.note);
      if (held > limits.notes) throw new TooLarge('file-too-large', inMb(limits.notes));
      read.forEach(takeOne);
    },
    problem: (item, code, about = '') => add(item, problem(code, about)),
    hasProblems: () => problems.length > 0,
    warn: (warning) => void warnings.push(warning),
    end(stated) {
      const found = notes.length + returned.length;
      if (stated !== null && stated !== found) warnings.push({ kind: 'count', stated, found });
      return { notes, returned, sources, problems, moreProblems, warnings, stated };
    },
    none: (reason) => ({
      notes: [],
      returned: [],
      sources: 0,
      problems: [{ item: 0, ...reason.problem }, ...problems.slice(0, 20)],
      moreProblems: 0,
      warnings,
      stated: null,
    }),
  };
}

/** What a note has of its own that its reference has once: in a list, even an empty word takes the room of a few letters. */
function copied({ tags, page }: Annotation): number {
  return [...tags, ...page.authors].reduce((sum, word) => sum + word.length + 8, 0);
}

/** A size in words. */
export function inMb(size: number): string {
  return `${Math.round(size / 1_000_000)} MB`;
}
