import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../src/ui/pages/strings.ts';
import { readBuiltJson } from './built.ts';

const contentScript = z.object({ matches: z.array(z.string()), js: z.array(z.string()).optional() });
const manifestSchema = z.looseObject({
  manifest_version: z.literal(3),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  optional_permissions: z.array(z.string()).default([]),
  commands: z.record(z.string(), z.unknown()),
  optional_host_permissions: z.array(z.string()).default([]),
  content_scripts: z.array(contentScript).default([]),
  content_security_policy: z.looseObject({ extension_pages: z.string().optional() }).optional(),
});

describe.each(['chromium', 'firefox'] as const)('the manifest for %s', (browser) => {
  const manifest = manifestSchema.parse(readBuiltJson(browser, 'manifest.json'));

  test('asks for these permissions and no others', () => {
    // Firefox has its sidebar without asking, and its background page can make files by itself.
    const own = browser === 'chromium' ? ['offscreen', 'sidePanel'] : [];
    expect([...manifest.permissions].sort()).toEqual(
      ['alarms', 'contextMenus', 'scripting', ...own, 'storage', 'unlimitedStorage'].sort(),
    );
    // For scheduled backups, asked for when they are switched on.
    expect(manifest.optional_permissions).toEqual(['downloads']);
  });

  test('asks for web pages only', () => {
    // Files only where the browser asks the reader for them apart.
    const files = browser === 'chromium' ? ['file:///*'] : [];
    expect([...manifest.host_permissions].sort()).toEqual([...files, 'http://*/*', 'https://*/*']);
    expect(manifest.optional_host_permissions).toEqual([]);
    const matches = new Set(manifest.content_scripts.flatMap((script) => script.matches));
    expect([...matches].filter((match) => !manifest.host_permissions.includes(match))).toEqual([]);
  });

  test('shows pages nothing of itself', () => {
    // By an address that no page can know (tests/e2e/reader-script.test.ts).
    const imported = [{ resources: ['mentions.js'], matches: ['<all_urls>'], use_dynamic_url: true }];
    expect(manifest.web_accessible_resources).toEqual(browser === 'chromium' ? imported : undefined);
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('runs on every page nothing but the scout', () => {
    const scripts = manifest.content_scripts.flatMap((script) => script.js ?? []);
    expect(scripts).toEqual(['scout.js']);
  });

  test('has only commands that the settings have words for', () => {
    expect(Object.keys(manifest.commands).filter((name) => !Object.hasOwn(COMMANDS, name))).toEqual([]);
  });

  test('loosens the content security policy for WebAssembly alone', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
    });
  });
});

test('the manifest for firefox says that no data is collected', () => {
  expect(readBuiltJson('firefox', 'manifest.json')).toMatchObject({
    browser_specific_settings: { gecko: { data_collection_permissions: { required: ['none'] } } },
  });
});
