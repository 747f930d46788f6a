/**
 * A disk that is really full: the browser's profile lies on a small file system, which is filled before the update. Making
 * such a file system needs root on Linux; tests/unit/background/killed.test.ts tries every single write on any machine.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { A, attackRelease, B } from '../../helpers/attacks.ts';
import { BROWSERS, startBrowser, waitFor } from '../../helpers/browser.ts';
import { addReader } from '../../helpers/browser-reader.ts';
import { type Desk, openDesk } from '../../helpers/desk.ts';
import { type HostileServer, startHostileServer } from '../../helpers/hostile-server.ts';

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** Release B with texts that take some 12 MB and cannot be packed any smaller. */
function largeRelease() {
  const release = attackRelease(B);
  return {
    ...release,
    entities: release.entities.map((entity) => ({
      ...entity,
      citation: randomBytes(150_000).toString('hex'),
    })),
  };
}

describe.runIf(canMount).each(BROWSERS)('a full disk, in %s', (name) => {
  let disk: string;
  let desk: Desk;
  let server: HostileServer;
  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), 'sidelight-disk-'));
    const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=240m', 'tmpfs', disk]);
    if (status !== 0) throw new Error(`no small disk could be made: ${stderr}`);
    desk = await openDesk();
    await desk.ship(attackRelease(A));
    server = await startHostileServer(desk.site);
  });
  afterEach(async () => {
    await server.close();
    desk.remove();
    spawnSync('umount', ['-l', disk]);
    rmdirSync(disk);
  });

  test('keeps the old release, says that there is no room, and takes the new one once there is', async () => {
    const profile = join(disk, 'profile');
    const args = name === 'chromium' ? [`--user-data-dir=${profile}`] : ['--profile', profile];
    if (name === 'firefox') spawnSync('mkdir', ['-p', profile]);
    const browser = await startBrowser(name, { args });
    try {
      const reader = await addReader(browser, desk, server);
      expect(await reader.held()).toBe(A);
      await desk.ship(largeRelease());
      const filler = join(disk, 'filler');
      fill(filler);
      const state = await reader.check();
      expect([state.status, state.release?.version], state.problem?.detail).toEqual(['disk-full', A]);
      expect(await reader.held()).toBe(A);
      rmSync(filler);
      // Firefox may go on without room for a moment, unable even to note that it tried: like a reader, try again.
      const tried = async () => {
        await browser.callWorker('checkForUpdates', { repository: reader.id });
        return reader.state();
      };
      const isThere = async () => {
        const { release, status } = await tried();
        // The release may have found room before its index did.
        return release?.version === B && status === 'current';
      };
      await waitFor(isThere, { for: 'the new release once there is room', timeout: 60_000, polling: 2000 });
      expect(await reader.held()).toBe(B);
    } finally {
      await browser.close();
    }
  });
});

/** Writes until nothing more can be written, but for a little that the state of the check needs. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  const chunk = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeSync(file, chunk);
  } catch {
    // Full, as wanted.
  } finally {
    closeSync(file);
  }
  spawnSync('truncate', ['-s', '-1536K', path]);
}
