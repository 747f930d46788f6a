import { expect, it } from 'vitest';
import { anEntity, aRelease, aStatement } from '../../../helpers/builders.ts';
import { createCardReader } from '../../../helpers/card-reader.ts';

it('leaves out what has no source that can be found', () => {
  const release = aRelease({
    entities: [
      anEntity({
        id: 'a',
        relations: [{ type: 'uses', target: 'b', sources: [] }],
        states: [{ state: 'adopted', date: '2019', sources: [] }],
      }),
      anEntity({ id: 'b' }),
    ],
    statements: [aStatement({ id: 'a/s' })],
  });
  const whole = createCardReader(release)('a');
  expect([whole?.statements, whole?.relations, whole?.states].map((rows) => rows?.length)).toEqual([1, 1, 1]);
  const damaged = { ...release, sources: [] };
  expect(createCardReader(damaged)('a')).toMatchObject({ statements: [], relations: [], states: [] });
  expect(createCardReader(damaged)('b')).toMatchObject({ relations: [] });
});
