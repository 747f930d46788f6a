/**
 * The checker: everything about the dataset that a machine can hold people to, beyond the form of a single file.
 * One function per rule (rules/); each returns its findings, all of them run, and nothing is thrown.
 */
import type { LoadedDataset } from './load.ts';
import type { Problem } from './problem.ts';
import { addresses, sameAddressSameSource } from './rules/addresses.ts';
import { indexDataset } from './rules/common.ts';
import { coverageFloors } from './rules/coverage-floors.ts';
import { datesAfterSources, dayAfter, futureEvents, futureVersion, sourceDates } from './rules/dates.ts';
import { allegations, deniedStatements, weakOnly } from './rules/gates.ts';
import { licences } from './rules/licences.ts';
import { markdown } from './rules/markdown.ts';
import { aliasCollisions, aliases, needReferences, wordsNeverFound } from './rules/names.ts';
import { persons } from './rules/persons.ts';
import { placeholders } from './rules/placeholders.ts';
import { places } from './rules/places.ts';
import {
  draftReferences,
  duplicateIds,
  entityReferences,
  redirects,
  sourceReferences,
  statementReferences,
  unusedPassages,
} from './rules/reference-rules.ts';
import { replies } from './rules/replies.ts';
import { lookAlikes } from './rules/scripts.ts';
import { overdueReviews } from './rules/upkeep.ts';
import { withdrawals } from './rules/withdrawals.ts';
import { passageLength, repeatedStatements, wording } from './rules/wording.ts';

/**
 * All problems of a loaded dataset, in the order of its files; warnings among them hold nothing back.
 * Dates are held against the day of the version, so that the same files pass or fail on any day, here and in the build;
 * `today` (YYYY-MM-DD; that day by default) only says which reviews are overdue, and whether that day is still to come.
 */
export function checkDataset(dataset: LoadedDataset, today: string = releaseDay(dataset)): Problem[] {
  const index = indexDataset(dataset);
  // Without a version that can be read there is no day to hold dates against.
  const day = dataset.settingsFile ? earlier(releaseDay(dataset), dayAfter(today)) : null;
  const problems = [
    ...dataset.problems,
    ...duplicateIds(dataset),
    ...dataset.entities.flatMap((file) => [
      ...sourceReferences(file),
      ...unusedPassages(file),
      ...entityReferences(file, index),
      ...statementReferences(file, index),
      ...datesAfterSources(file),
      ...(day === null ? [] : sourceDates(file, day)),
      ...(day === null ? [] : futureEvents(file, day)),
      ...weakOnly(file),
      ...allegations(file, index),
      ...deniedStatements(file, index),
      ...needReferences(file, index),
      ...aliases(file),
      ...persons(file),
      ...addresses(file),
      ...wording(file),
      ...markdown(file),
      ...placeholders(file),
      ...passageLength(file),
      ...lookAlikes(file),
      ...overdueReviews(file, today),
    ]),
    ...dataset.drafts.flatMap((file) => draftReferences(file, index)),
    ...places(dataset),
    ...replies(dataset),
    ...aliasCollisions(dataset),
    ...wordsNeverFound(dataset),
    ...sameAddressSameSource(dataset),
    ...repeatedStatements(dataset),
    ...redirects(dataset, index),
    ...withdrawals(dataset, index),
    ...(day === null ? [] : futureVersion(dataset, releaseDay(dataset), today)),
    ...licences(dataset),
    ...coverageFloors(dataset),
  ];
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Problems that keep a dataset from being released. */
export function errorsOf(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ level }) => level !== 'warning');
}

function releaseDay({ settings }: LoadedDataset): string {
  return settings.version.slice(0, 10).replaceAll('.', '-');
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
