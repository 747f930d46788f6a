/** What the template says, left as it was: a record that somebody has begun and not finished. */
import type { Problem } from '../problem.ts';
import { at, type EntityFile } from './common.ts';

/** The words are what is looked for in records; they are no notes of our own. */
const PLACEHOLDER =
  /\b(?:TODO|FIXME|TBD|XXX)\b|first three to six words|last three to six words|\bExample Name\b/;
/** Hosts that are kept for examples (RFC 2606) hold no source. */
const EXAMPLE_HOST = /^https?:\/\/(?:[^/]+\.)?example\.(?:org|com|net)(?:[/:]|$)/i;

export function placeholders(file: EntityFile): Problem[] {
  const { record } = file;
  const found: Problem[] = [];
  const look = (path: PropertyKey[], text: string) => {
    const word = PLACEHOLDER.exec(text)?.[0];
    if (word)
      found.push(
        at(file, path, 'placeholder', `“${word}” is left from the template`, 'write what belongs here'),
      );
  };
  look(['name'], record.name);
  look(['summary'], record.summary.en);
  record.statements.forEach((statement, i) => {
    look(['statements', i, 'text'], statement.text.en);
  });
  for (const [key, source] of Object.entries(record.sources)) {
    if (EXAMPLE_HOST.test(source.url))
      found.push(
        at(
          file,
          ['sources', key, 'url'],
          'placeholder',
          'an address for examples holds no source',
          'give the source’s own',
        ),
      );
    for (const [name, passage] of Object.entries(source.passages))
      look(['sources', key, 'passages', name], `${passage.start} ${passage.end ?? ''}`);
  }
  return found;
}
