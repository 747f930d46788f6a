/** Markdown in a text: cards show plain text, so a reader would see the signs. */
import type { Problem } from '../problem.ts';
import { at, type EntityFile } from './common.ts';

/** Bold, code, a link; a single * or _ may be anything. */
const MARKDOWN = /\*\*\S(?:[^*]*\S)?\*\*|__\S(?:[^_]*\S)?__|`[^`]+`|\[[^\]]+\]\([^)\s]+\)/;

/** Own texts only: a title or a passage is as its page has it. */
export function markdown(file: EntityFile): Problem[] {
  const { record } = file;
  const texts: [path: PropertyKey[], text: string | undefined][] = [
    [['name'], record.name],
    [['summary'], Object.values(record.summary).join('\n')],
    ...record.statements.map(({ text }, i): [PropertyKey[], string] => [
      ['statements', i, 'text'],
      Object.values(text).join('\n'),
    ]),
    ...record.relations.map(({ note }, i): [PropertyKey[], string | undefined] => [
      ['relations', i, 'note'],
      note,
    ]),
    ...record.states.map(({ note }, i): [PropertyKey[], string | undefined] => [['states', i, 'note'], note]),
  ];
  return texts.flatMap(([path, text = '']) => {
    const found = MARKDOWN.exec(text)?.[0];
    if (found === undefined) return [];
    return [
      at(
        file,
        path,
        'schema',
        `${found} is Markdown, and readers would see the signs`,
        'write plain text; an address belongs into a source',
      ),
    ];
  });
}
