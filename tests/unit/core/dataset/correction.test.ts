import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correctionFile,
  correctionFileName,
  correctionMail,
  correctionOf,
} from '../../../../src/core/dataset/correction.ts';
import { correctionSchema } from '../../../../src/publish/release/correction-file.ts';

const card = { id: 'square', datasetVersion: '2026.11.24' };
const statement = { id: 'square/claim', text: { en: 'It films.' } };
const proposal = { proposedChange: ' It was 47. ', source: 'https://paper.example/a', page: null };

describe('a correction', () => {
  it('says what, where, in which version and why', () => {
    expect(correctionOf(card, statement, proposal)).toEqual({
      kind: 'sidelight-correction',
      entity: 'square',
      statement: 'square/claim',
      text: 'It films.',
      datasetVersion: '2026.11.24',
      proposedChange: 'It was 47.',
      source: 'https://paper.example/a',
    });
  });

  it('names an added dataset, and the ids as they stand in its own records', () => {
    const added = { ...card, id: 'd0123456789ab~square' };
    const claim = { ...statement, id: 'd0123456789ab~square/claim' };
    expect(correctionOf(added, claim, proposal)).toMatchObject({
      dataset: 'd0123456789ab',
      entity: 'square',
      statement: 'square/claim',
    });
  });

  it('names the open page only when the reader said so', () => {
    const page = 'https://paper.example/b';
    expect(correctionOf(card, null, proposal)).not.toHaveProperty('page');
    expect(correctionOf(card, null, { ...proposal, page })).toMatchObject({
      page,
      statement: null,
      text: null,
    });
  });

  it('makes a file with a harmless name, and a mail to nobody in particular', () => {
    const correction = correctionOf(card, { ...statement, id: '../../etc/Passwd' }, proposal);
    expect(correctionFileName(correction)).toBe('sidelight-correction--etc-asswd.json');
    const mail = new URL(correctionMail(correction));
    expect([mail.protocol, mail.pathname]).toEqual(['mailto:', '']);
    expect(JSON.parse(mail.searchParams.get('body') ?? '')).toEqual(correction);
  });

  it('is read by maintainers as it was written', () => {
    const text = fc.string({ minLength: 1, maxLength: 200 }).filter((s) => s.trim() !== '');
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('', 'https://paper.example/a'),
        fc.boolean(),
        (proposedChange, source, told) => {
          const page = told ? 'https://paper.example/b' : null;
          const correction = correctionOf(card, statement, { proposedChange, source, page });
          expect(correctionSchema.parse(JSON.parse(correctionFile(correction)))).toEqual(correction);
        },
      ),
    );
  });

  it.each([
    [null, ''],
    [[], ''],
    [{ ...correctionOf(card, null, proposal), source: 'javascript:alert(1)' }, 'source'],
    [{ ...correctionOf(card, null, proposal), proposedChange: 'x'.repeat(5000) }, 'proposedChange'],
    [{ ...correctionOf(card, null, proposal), entity: 7 }, 'entity'],
  ])('is refused as %j, for its %s', (value, place) => {
    const { error } = correctionSchema.safeParse(value);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([place]);
  });
});
