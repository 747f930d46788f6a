import { expect, test } from 'vitest';
import { createLinker, link } from '../../../../src/core/linking/link.ts';
import { readText } from '../../../../src/page/read/text-walk.ts';
import { anAlias, anEntity, aRelease } from '../../../helpers/builders.ts';
import { inPage } from '../../../helpers/html.ts';

const linker = createLinker(
  aRelease({
    entities: [anEntity({ id: 'nso' }), anEntity({ id: 'axon' })],
    aliases: [
      anAlias({ entity: 'nso', text: 'NSO Group' }),
      anAlias({ entity: 'axon', text: 'Axon', needs: [['cue:cameras']], scope: 'sentence' }),
    ],
    cues: [{ id: 'cameras', words: { en: ['body cameras'] } }],
  }),
);
const names = (html: string) => link(linker, readText([inPage(html)]).text, 'en').map(({ text }) => text);

test.each([
  ['td', '<table><tr><td>NSO</td><td>Group</td></tr></table>'],
  ['th and td', '<table><tr><th>NSO</th> <td>Group</td></tr></table>'],
  ['a td whose text stands deeper', '<table><tr><td><b>NSO</b></td><td><i>Group</i></td></tr></table>'],
])('no name reaches from one cell into the next: %s', (_, html) => {
  expect(names(html)).toEqual([]);
});

test('a name may reach across a line break in a cell', () => {
  expect(names('<table><tr><td>NSO<br>Group</td><td>2019</td></tr></table>')).toEqual(['NSO\nGroup']);
});

test('what one cell says is said of the name in the other, and not of those in other rows', () => {
  expect(names('<table><tr><td>Axon</td><td>body cameras</td></tr></table>')).toEqual(['Axon']);
  expect(names('<table><tr><td>Axon</td></tr><tr><td>body cameras</td></tr></table>')).toEqual([]);
});
