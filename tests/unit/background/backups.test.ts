import { describe, expect, test } from 'vitest';
import { type BackupHost, createBackups } from '../../../src/background/notes/backups.ts';
import {
  type BackupState,
  backupName,
  hasBackupStopped,
  isBackupDue,
  NO_BACKUPS,
  parseBackupState,
} from '../../../src/core/settings/backup.ts';

function backupsOver(start: Partial<BackupState>, over: Partial<BackupHost> = {}) {
  let state: BackupState = { ...NO_BACKUPS, every: 'weekly', since: '2026-11-01T00:00:00.000Z', ...start };
  const told: string[] = [];
  const backups = createBackups({
    now: () => '2026-11-28T12:00:00.000Z',
    read: async () => state,
    change: async (change) => {
      state = change(state);
      return state;
    },
    mayDownload: async () => true,
    build: async () => ({ url: 'blob:x', name: 'b.gz', notes: 3, bytes: 100 }),
    download: async (_, name) => ({ bytes: 100, name }),
    release: async () => void told.push('released'),
    alarm: async (on) => void told.push(`alarm ${on}`),
    ...over,
  });
  return { backups, told, state: () => state };
}

describe('scheduled backups', () => {
  test('are made when they are due, and count only once they are written', async () => {
    const { backups, state, told } = backupsOver({});
    await backups.tick();
    expect(state().last).toEqual({ at: '2026-11-28T12:00:00.000Z', notes: 3, bytes: 100, file: 'b.gz' });
    expect(told).toEqual(['released', 'alarm false']);
  });

  test('say the name that the browser gave', async () => {
    const { backups, state } = backupsOver({}, { download: async () => ({ bytes: 100, name: 'b(1).gz' }) });
    await backups.tick();
    expect(state().last?.file).toBe('b(1).gz');
  });

  test('have names of their own within a minute, in the order of time', () => {
    const names = ['2026-11-28T12:00:05.000Z', '2026-11-28T12:00:06.000Z', '2026-11-28T12:01:00.000Z'].map(
      backupName,
    );
    expect(names[0]).toBe('sidelight-backup-2026-11-28-120005.jsonld.gz');
    expect([...new Set(names)].sort()).toEqual(names);
  });

  const FAILURES: [about: string, over: Partial<BackupHost>, reason: RegExp][] = [
    ['the permission is gone', { mayDownload: async () => false }, /^permission$/],
    [
      'the library is read-only',
      { build: () => Promise.reject(new Error('the library is read-only')) },
      /read-only/,
    ],
    ['the disk is full', { download: () => Promise.reject(new Error('FILE_NO_SPACE')) }, /NO_SPACE/],
    [
      'the file is short',
      { download: async (_, name) => ({ bytes: 60, name }) },
      /^incomplete: 60 of 100 bytes$/,
    ],
  ];
  test.each(FAILURES)('raise the alarm when %s', async (_, over, reason) => {
    const { backups, state, told } = backupsOver({}, over);
    await backups.tick();
    expect(state().failed?.reason).toMatch(reason);
    expect(state().last).toBeNull();
    expect(told.at(-1)).toBe('alarm true');
  });

  test('one at a time', async () => {
    let builds = 0;
    const { backups } = backupsOver(
      {},
      {
        build: async () => {
          builds++;
          return { url: 'blob:x', name: 'b.gz', notes: 3, bytes: 100 };
        },
      },
    );
    await Promise.all([backups.makeNow(), backups.makeNow(), backups.tick()]);
    expect(builds).toBe(1);
  });
});

const last = (at: string) => ({ at, notes: 1, bytes: 1, file: 'x' });
const DUE: [about: string, state: Partial<BackupState>, due: boolean, stopped: boolean][] = [
  ['off', { every: 'off' }, false, false],
  ['never made, just switched on', { since: '2026-11-28T11:00:00.000Z' }, true, false],
  ['never made in two weeks', { since: '2026-11-10T11:00:00.000Z' }, true, true],
  ['made yesterday', { last: last('2026-11-27T12:00:00.000Z') }, false, false],
  ['made a week ago', { last: last('2026-11-21T12:00:00.000Z') }, true, false],
  ['made three weeks ago', { last: last('2026-11-07T12:00:00.000Z') }, true, true],
  [
    'failed since',
    { last: last('2026-11-27T12:00:00.000Z'), failed: { at: '2026-11-28T10:00:00.000Z', reason: 'x' } },
    false,
    true,
  ],
];
test.each(DUE)('%s', (_, over, due, stopped) => {
  const state: BackupState = { ...NO_BACKUPS, every: 'weekly', ...over };
  expect([
    isBackupDue(state, '2026-11-28T12:00:00.000Z'),
    hasBackupStopped(state, '2026-11-28T12:00:00.000Z'),
  ]).toEqual([due, stopped]);
  expect(parseBackupState(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

test('a stored state of any form is read', () => {
  for (const value of [null, 3, 'x', {}, { every: 'hourly', last: 7, failed: [] }])
    expect(parseBackupState(value)).toEqual(NO_BACKUPS);
});
