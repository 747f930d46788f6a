/** Wording: short, without loaded words of our own, and no more of a page's words than locate the passage. */
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { at, type EntityFile, warn } from './common.ts';

const MAX_SUMMARY = 110;
const MAX_STATEMENT = 240;
const MAX_PASSAGE_WORDS = 12;
/**
 * Words that judge. In a statement somebody must be saying them; in a summary they have no place. A regime of rules
 * ("interception regime") is a term of law.
 */
const LOADED =
  /\b(?:notorious|infamous|(?<!(?:interception|legal|authori[sz]ation|sanctions?|licen[cs]ing|export|retention|control|warrant|oversight|protection|surveillance|access|transfer|data|collection|recognition) )regime|orwellian|draconian|dystopian|sinister|shady|evil|shameful|outrageous|blatant|so-called|nefarious|spying machine|police state|big brother(?! watch))\b/i;
const SPOKEN =
  /["“”«»„]|\b(?:said|says|called|calls|described|describes|wrote|writes|argued|argues|according to|termed|spoke of|warned|accused|in the words of|referred to)\b/i;
/** What is usually an accusation when nobody has ruled on it. */
const ACCUSING =
  /\b(?:illegally|unlawfully|sp(?:ied|ying) on|hacked (?:the )?(?:phones?|journalists?|activists?)|used to surveil|(?:human[- ])?rights abuses|human rights violations|targeted journalists|criminal complaint (?:in \w+ )?against|accus(?:es|ed|ing) (?!of\b|persons?\b|people\b)\w+)\b/i;
/** Somebody has ruled, or is answering. A sanction, a charge and a suit are no rulings: who is named there was not heard. */
const HEARD_ACTS = ['rules', 'fines', 'bans', 'orders', 'settles', 'denies', 'defends'];

export function wording(file: EntityFile): Problem[] {
  const { record } = file;
  const problems: Problem[] = [];
  if (record.summary.en.length > MAX_SUMMARY)
    problems.push(
      warn(
        file,
        ['summary'],
        'length',
        `the summary has ${record.summary.en.length} characters`,
        'say it in 110',
      ),
    );
  const judged = LOADED.exec(record.summary.en);
  if (judged)
    problems.push(
      at(file, ['summary'], 'tone', `the summary says “${judged[0]}”`, 'say it without a verdict'),
    );
  record.statements.forEach((statement, i) => {
    const path = ['statements', i, 'text'];
    const text = statement.text.en;
    const loaded = LOADED.exec(text);
    if (loaded && !SPOKEN.test(text))
      problems.push(
        at(file, path, 'tone', `“${loaded[0]}” in our own voice`, 'say who calls it that, or say it plainly'),
      );
    if (text.length > MAX_STATEMENT)
      problems.push(
        warn(file, path, 'length', `${statement.id} has ${text.length} characters`, 'say it in 240'),
      );
    const accused = ACCUSING.exec(text);
    if (
      accused &&
      !statement.allegation &&
      statement.act !== 'alleges' &&
      !HEARD_ACTS.includes(statement.act)
    )
      problems.push(
        warn(
          file,
          path,
          'allegation',
          `${statement.id} says “${accused[0]}” and is no allegation`,
          'set allegation: true, unless nobody is accused',
        ),
      );
  });
  return problems;
}

/** At most the words that locate the passage: a record copies facts, not sentences. */
export function passageLength(file: EntityFile): Problem[] {
  return Object.entries(file.record.sources).flatMap(([key, source]) =>
    Object.entries(source.passages).flatMap(([name, { start, end }]) =>
      Math.max(words(start), words(end)) <= MAX_PASSAGE_WORDS
        ? []
        : [
            at(
              file,
              ['sources', key, 'passages', name],
              'passage',
              `${key}#${name} copies more than ${MAX_PASSAGE_WORDS} words at one end`,
              'keep the first and the last three to six',
            ),
          ],
    ),
  );
}

/** A statement exists once: what concerns several entities names them in about:. */
export function repeatedStatements(dataset: LoadedDataset): Problem[] {
  const first = new Map<string, string>();
  return dataset.entities.flatMap((file) =>
    file.record.statements.flatMap((statement, i) => {
      const key = statement.text.en.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, `${file.record.id}/${statement.id}`);
        return [];
      }
      return [
        at(
          file,
          ['statements', i],
          'repeated',
          `${statement.id} says what ${known} says`,
          'keep one, with about: both',
        ),
      ];
    }),
  );
}

function words(text: string): number {
  return text.split(/\s+/).length;
}
