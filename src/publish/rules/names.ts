/** Names: each can be found, none would match everywhere, and none is claimed by two entities without saying how to tell them apart. */
import { textProblem } from '../../core/dataset/inert.ts';
import { CJK, classOf, fold, foldEntry, WORD } from '../../core/text/fold.ts';
import type { Loaded, LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { at, type EntityFile, type Index, isCue, isEntity } from './common.ts';
import { isEverydayWord } from './everyday.ts';

/** Cues and entities that needs and vetoes name. */
export function needReferences(file: EntityFile, index: Index): Problem[] {
  return file.record.aliases.flatMap((alias, i) => {
    const vetoes = alias.never.filter((word) => word.startsWith('cue:'));
    return [...alias.needs.flat(), ...vetoes]
      .filter((requirement) => !isKnown(requirement, index))
      .map((requirement) =>
        at(
          file,
          ['aliases', i],
          'reference',
          `${requirement} does not exist`,
          'name a file of cues/ or an entity',
        ),
      );
  });
}

function isKnown(requirement: string, index: Index): boolean {
  const [type, id = ''] = requirement.split(':');
  if (type === 'cue') return isCue(index, id);
  return type !== 'entity' || isEntity(index, id);
}

interface Name {
  readonly text: string;
  readonly needs: readonly (readonly string[])[];
  readonly path: readonly PropertyKey[];
}

const GIVE_NEEDS =
  'give it needs: such as [[cue:surveillance]] (for the record’s own name: list it under aliases)';

/** What is wrong with a name by itself. */
export function aliases(file: EntityFile): Problem[] {
  return namesOf(file).flatMap((name) => {
    const wrong = whatIsWrong(name, file.record.aliases.length > 0);
    return wrong === null ? [] : [at(file, name.path, 'alias', wrong[0], wrong[1])];
  });
}

/** What is wrong with a name that an entity is to have without any rule, or null. */
export function plainNameProblem(text: string): string | null {
  return textProblem(text) ?? whatIsWrong({ text, needs: [], path: ['aliases'] }, true)?.[0] ?? null;
}

/** The record's aliases, and its name where no alias says the same. */
function namesOf({ record }: EntityFile): Name[] {
  const own = record.aliases.map(({ text, needs }, i): Name => ({ text, needs, path: ['aliases', i] }));
  const covered = own.some(({ text }) => fold(text) === fold(record.name));
  return covered ? own : [{ text: record.name, needs: [], path: ['name'] }, ...own];
}

function whatIsWrong({ text, needs, path }: Name, hasAliases: boolean): [string, string] | null {
  const letters = [...fold(text)].filter((c) => /[\p{L}\p{N}]/u.test(c)).length;
  const short = isShort(text, letters);
  if (letters === 0) return [`the name ${text} has no letters`, 'remove it'];
  // A title in quotes is a good heading; it has to be found by something else then.
  if (!canBeFound(text) && !(path[0] === 'name' && hasAliases))
    return [
      `the name ${text} begins with punctuation, or is a single ideograph: it is never found`,
      'begin it with its first letter',
    ];
  if ((short || isEverydayWord(text)) && needs.length > 0 && restsOnFullName(needs))
    return [
      `the name ${text} is too short or too common for first-full-name alone`,
      'add a group of its own: [[first-full-name], [cue:surveillance]]',
    ];
  if (needs.length === 0 && isEverydayWord(text))
    return [`the name ${text} is an everyday word that would match everywhere`, GIVE_NEEDS];
  if (needs.length === 0 && short)
    return [`the name ${text} is so short that it would match everywhere`, GIVE_NEEDS];
  return null;
}

/** Three letters stand for something else somewhere; two ideographs are a word. */
function isShort(text: string, letters: number): boolean {
  return /\p{Script=Han}/u.test(text) ? letters < 2 : letters <= 3;
}

/** The full name somewhere above says nothing of what three letters further down stand for. */
function restsOnFullName(needs: Name['needs']): boolean {
  return needs.flat().every((requirement) => requirement === 'first-full-name');
}

/** Words of vetoes and cues that would stand in a file and do nothing. */
export function wordsNeverFound({ entities, cues }: LoadedDataset): Problem[] {
  const found = (file: Loaded<unknown>, path: readonly PropertyKey[], word: string) =>
    canBeFound(word)
      ? []
      : [
          at(
            file,
            path,
            'alias',
            `the word ${word} begins with punctuation, or is a single ideograph: it is never found`,
            'begin it with its first letter',
          ),
        ];
  const vetoes = entities.flatMap((file) =>
    file.record.aliases.flatMap(({ never }, i) =>
      never.flatMap((word, j) =>
        word.startsWith('cue:') ? [] : found(file, ['aliases', i, 'never', j], word),
      ),
    ),
  );
  const cueWords = cues.flatMap((file) =>
    Object.entries(file.record.words).flatMap(([lang, words]) =>
      words.flatMap((word, i) => found(file, ['words', lang, i], word)),
    ),
  );
  return [...vetoes, ...cueWords];
}

/** True when the matcher files the name (linking/build-index.ts): it begins with a letter or digit, or with two ideographs. */
function canBeFound(text: string): boolean {
  const folded = fold(text);
  const first = classOf(foldEntry(folded.charCodeAt(0)));
  return first === CJK ? folded.length >= 2 : first === WORD;
}

export function aliasCollisions(dataset: LoadedDataset): Problem[] {
  const owners = new Map<string, { file: EntityFile; path: readonly PropertyKey[]; needs: boolean }[]>();
  for (const file of dataset.entities) {
    for (const { text, needs, path } of namesOf(file)) {
      const list = owners.get(fold(text)) ?? [];
      // The same name in several languages of one record is one.
      if (!list.some((owner) => owner.file === file))
        owners.set(fold(text), [...list, { file, path, needs: needs.length > 0 }]);
    }
  }
  return [...owners].flatMap(([key, list]) =>
    list.length < 2
      ? []
      : list
          .filter((owner) => !owner.needs)
          .map((owner) =>
            at(
              owner.file,
              owner.path,
              'collision',
              `the name “${key}” also belongs to ${list
                .filter((other) => other !== owner)
                .map((other) => other.file.record.id)
                .join(', ')}`,
              'leave it to one of them, or give both needs: that tell them apart',
            ),
          ),
  );
}
