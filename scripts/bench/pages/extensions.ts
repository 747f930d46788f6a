/** The contestants as extensions: ours as it ships, an empty one made by WXT, and two that highlight in the usual ways. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildExtension } from '../../lib/build.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, '.output/bench');

export interface ContestantExtension {
  readonly name: 'empty' | 'ours' | 'wrapping' | 'mark.js';
  readonly folder: string;
}

export async function buildContestants(names: readonly string[]): Promise<ContestantExtension[]> {
  return [
    { name: 'empty', folder: buildEmpty() },
    { name: 'ours', folder: buildExtension('chromium') },
    { name: 'wrapping', folder: await buildPeer('wrapping', {}) },
    { name: 'mark.js', folder: await buildPeer('mark-js', { NAMES: JSON.stringify(names) }) },
  ];
}

/** A content script that does nothing, as WXT makes one. */
function buildEmpty(): string {
  const root = join(FOLDER, 'empty-source');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'entrypoints'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"name":"empty","version":"1.0.0","type":"module"}');
  writeFileSync(
    join(root, 'wxt.config.ts'),
    "export default { imports: false, manifest: { name: 'empty' } };\n",
  );
  writeFileSync(
    join(root, 'entrypoints/empty.content.ts'),
    "export default { matches: ['http://*/*', 'https://*/*'], main() {} };\n",
  );
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', root], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the empty extension could not be built:\n${stdout}${stderr}`);
  return join(root, '.output/chrome-mv3');
}

async function buildPeer(entry: string, define: Record<string, string>): Promise<string> {
  const folder = join(FOLDER, entry);
  rmSync(folder, { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'silent',
    define,
    build: {
      outDir: folder,
      target: 'esnext',
      minify: true,
      lib: {
        entry: join(import.meta.dirname, `contestants/${entry}.ts`),
        formats: ['es'],
        fileName: 'content',
      },
      rolldownOptions: { output: { entryFileNames: 'module.js' } },
    },
  });
  const { readFileSync } = await import('node:fs');
  // A content script is no module: what awaits has to stand in a function.
  const code = readFileSync(join(folder, 'module.js'), 'utf8').replace(/export\s*\{[^}]*\};?\s*$/, '');
  writeFileSync(join(folder, 'content.js'), `(async()=>{${code}\n})();`);
  const manifest = {
    manifest_version: 3,
    name: entry,
    version: '1.0.0',
    permissions: ['storage', 'unlimitedStorage'],
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches: ['http://*/*'], js: ['content.js'], run_at: 'document_idle' }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), 'self.chrome.runtime.onMessage.addListener(() => undefined);');
  return folder;
}
