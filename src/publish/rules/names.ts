/** Names: none that would match everywhere, none that two entities claim without saying how to tell them apart. */
import { fold } from '../../core/text/fold.ts';
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { at, type EntityFile, type Index } from './common.ts';
import { isEverydayWord } from './everyday.ts';

export function aliasNeeds(file: EntityFile, index: Index): Problem[] {
  const problems: Problem[] = [];
  file.record.aliases.forEach((alias, i) => {
    const cues = alias.never.filter((word) => word.startsWith('cue:'));
    for (const requirement of [...alias.needs.flat(), ...cues]) {
      const [type, id = ''] = requirement.split(':');
      const known = type === 'cue' ? index.cues.has(id) : type === 'entity' ? index.entities.has(id) : true;
      if (!known) {
        problems.push(
          at(
            file,
            ['aliases', i],
            'reference',
            `${requirement} does not exist`,
            `name a file of cues/ or an entity`,
          ),
        );
      }
    }
  });
  const names = [{ text: file.record.name, needs: [] as string[][], path: ['name'] as PropertyKey[] }];
  const own = file.record.aliases.map((alias, i) => ({
    text: alias.text,
    needs: alias.needs,
    path: ['aliases', i] as PropertyKey[],
  }));
  const covered = new Set(own.map((alias) => fold(alias.text)));
  for (const name of [...names.filter((n) => !covered.has(fold(n.text))), ...own]) {
    const letters = [...fold(name.text)].filter((c) => /[\p{L}\p{N}]/u.test(c));
    const short = /\p{Script=Han}/u.test(name.text) ? letters.length < 2 : letters.length <= 3;
    if (letters.length === 0) {
      problems.push(at(file, name.path, 'alias', `the alias ${name.text} has no letters`, 'remove it'));
    } else if (isEverydayWord(name.text) && name.needs.length === 0) {
      problems.push(
        at(
          file,
          name.path,
          'alias',
          `the name ${name.text} is an everyday word that would match everywhere`,
          'give it needs: such as [[cue:surveillance]] (for the record’s own name: list it under aliases)',
        ),
      );
    } else if (short && name.needs.length === 0) {
      problems.push(
        at(
          file,
          name.path,
          'alias',
          `the name ${name.text} is so short that it would match everywhere`,
          'give it needs: such as [[cue:surveillance]] (for the record’s own name: list it under aliases)',
        ),
      );
    }
  }
  return problems;
}

export function aliasCollisions(dataset: LoadedDataset): Problem[] {
  const owners = new Map<string, { file: EntityFile; path: PropertyKey[]; needs: boolean }[]>();
  for (const file of dataset.entities) {
    const { record } = file;
    const texts = new Set<string>();
    record.aliases.forEach((alias, i) => {
      const key = fold(alias.text);
      if (texts.has(`${key} ${alias.lang ?? ''}`)) return;
      texts.add(`${key} ${alias.lang ?? ''}`);
      const list = owners.get(key) ?? [];
      if (!list.some((o) => o.file === file))
        owners.set(key, [...list, { file, path: ['aliases', i], needs: alias.needs.length > 0 }]);
    });
    const name = fold(record.name);
    if (!record.aliases.some((alias) => fold(alias.text) === name)) {
      owners.set(name, [...(owners.get(name) ?? []), { file, path: ['name'], needs: false }]);
    }
  }
  return [...owners].flatMap(([key, list]) =>
    list.length < 2 || list.every((owner) => owner.needs)
      ? []
      : list
          .filter((owner) => !owner.needs)
          .map((owner) =>
            at(
              owner.file,
              owner.path,
              'collision',
              `the name “${key}” also belongs to ${list
                .filter((o) => o !== owner)
                .map((o) => o.file.record.id)
                .join(', ')}`,
              'leave it to one of them, or give both needs: that tell them apart',
            ),
          ),
  );
}

/** A title before a name makes it a person, and people are never entities. */
const TITLES =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|President|Prime Minister|Senator|Colonel|Judge|Herr|Frau|Monsieur|Madame)\.?\s+\p{Lu}/u;

export function persons(file: EntityFile): Problem[] {
  const { record } = file;
  const names: [string, PropertyKey[]][] = [
    [record.name, ['name']],
    ...record.aliases.map((alias, i): [string, PropertyKey[]] => [alias.text, ['aliases', i]]),
  ];
  return names.flatMap(([name, path]) =>
    TITLES.test(name)
      ? [
          at(
            file,
            path,
            'person',
            `${name} looks like a person`,
            'remove it: people are named only in statements, in public roles',
          ),
        ]
      : [],
  );
}
