/** What `publish` does to a folder that is not what it should be: nothing. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileDataset } from '../../../../src/publish/compile.ts';
import { publishFolder } from '../../../../src/publish/release/publish-folder.ts';
import { datasetFolder } from '../../../helpers/dataset-folder.ts';
import { type Desk, openDesk } from '../../../helpers/desk.ts';

const plan = {
  root: { keys: 1, threshold: 1 },
  targets: { keys: 1, threshold: 1 },
  snapshot: { keys: 1, threshold: 1 },
  timestamp: { keys: 1, threshold: 1 },
};
const release = compileDataset(datasetFolder());

describe('publishing', () => {
  let desk: Desk;
  let other: Desk;
  beforeAll(async () => {
    [desk, other] = await Promise.all([openDesk({ plan }), openDesk({ plan })]);
    await Promise.all([desk.ship(release), other.ship(release)]);
  });
  afterAll(() => {
    desk?.remove();
    other?.remove();
  });
  const publish = (folder: string) => publishFolder(desk.workshop, folder, new Date());
  const folderWith = (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-site-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };

  it('refuses the workshop itself', () => {
    const before = readdirSync(desk.workshop.folder);
    expect(() => publish(desk.workshop.folder)).toThrow('is the workshop itself');
    expect(readdirSync(desk.workshop.folder)).toEqual(before);
  });

  it('refuses a folder of something else, and touches nothing there', () => {
    const folder = folderWith({ 'index.html': 'My page.', 'thesis.txt': 'Mine.' });
    mkdirSync(join(folder, 'metadata'));
    expect(() => publish(folder)).toThrow(/holds other things \(index\.html, metadata, thesis\.txt\)/);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('My page.');
    expect(readdirSync(join(folder, 'metadata'))).toEqual([]);
  });

  it('refuses what another repository has published', () => {
    expect(() => publish(other.site)).toThrow('another repository');
  });

  it('takes a folder in which there is only git’s own', () => {
    const folder = folderWith({ '.gitignore': '' });
    expect(publish(folder).version).toBe('2026.11.24');
  });

  it('publishes again where it has published, and leaves alone what is somebody’s own', () => {
    const folder = folderWith({});
    publish(folder);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain(desk.fingerprint());
    writeFileSync(join(folder, 'CNAME'), 'data.example.org');
    writeFileSync(join(folder, 'index.html'), '<title>Ours</title>');
    publish(folder);
    expect(readFileSync(join(folder, 'CNAME'), 'utf8')).toBe('data.example.org');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('<title>Ours</title>');
  });
});
