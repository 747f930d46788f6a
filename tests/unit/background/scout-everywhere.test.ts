import { expect, test } from 'vitest';
import { createScoutEverywhere } from '../../../src/background/scout-everywhere.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings.ts';

function world() {
  const state = {
    enabled: true,
    sites: {} as Settings['sites'],
    hints: '' as string | undefined,
    isOn: false,
    served: 0,
    turns: 0,
  };
  const everywhere = createScoutEverywhere({
    read: async () => ({
      settings: { ...DEFAULT_SETTINGS, enabled: state.enabled, sites: state.sites },
      hints: state.hints,
    }),
    isOn: async () => state.isOn,
    turnOn: async () => {
      state.turns++;
      // As the browser: a script of this name is there already.
      if (state.isOn) throw new Error('duplicate script ID');
      state.isOn = true;
    },
    turnOff: async () => {
      state.turns++;
      state.isOn = false;
    },
    serveOpenTabs: async () => {
      state.served++;
    },
  });
  return { state, everywhere };
}

const cases: [string, Settings['sites'], string | undefined, boolean, boolean][] = [
  ['nobody asks for it', {}, '', false, false],
  ['sites are switched off', { 'news.example': 'off' }, '', false, false],
  ['a whole site is to be read', { 'news.example': 'off', 'list.example': 'always' }, '', false, true],
  ['notes are kept', {}, 'hint', false, true],
  ['the last note is gone', {}, '', true, false],
  ['it is on already', {}, 'hint', true, true],
  ['nothing could be read', {}, undefined, true, true],
];
test.each(cases)('the scout on every page where %s', async (_, sites, hints, wasOn, isOn) => {
  const { state, everywhere } = world();
  Object.assign(state, { sites, hints, isOn: wasOn });
  await everywhere.follow();
  expect(state).toMatchObject({ isOn, turns: wasOn === isOn ? 0 : 1, served: isOn && !wasOn ? 1 : 0 });
});

test('nothing is read anywhere: the scout is not needed', async () => {
  const { state, everywhere } = world();
  Object.assign(state, { enabled: false, hints: 'hint', isOn: true });
  await everywhere.follow();
  expect(state.isOn).toBe(false);
});

test('changes that come at once are followed one after the other', async () => {
  const { state, everywhere } = world();
  state.hints = 'hint';
  await Promise.all([everywhere.follow(), everywhere.follow(), everywhere.follow()]);
  expect(state).toMatchObject({ isOn: true, turns: 1, served: 1 });
});

test('a look that failed does not keep the next one from being had', async () => {
  const { state, everywhere } = world();
  state.hints = 'hint';
  let fails = true;
  const failing = createScoutEverywhere({
    read: async () => {
      if (fails) throw new Error('no storage');
      return { settings: DEFAULT_SETTINGS, hints: 'hint' };
    },
    isOn: async () => state.isOn,
    turnOn: async () => {
      state.isOn = true;
    },
    turnOff: async () => undefined,
    serveOpenTabs: async () => undefined,
  });
  await expect(failing.follow()).rejects.toThrow('no storage');
  fails = false;
  await failing.follow();
  await everywhere.follow();
  expect(state.isOn).toBe(true);
});
