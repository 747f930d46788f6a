import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readBuiltJson } from './built.ts';

const contentScript = z.object({ matches: z.array(z.string()), js: z.array(z.string()).optional() });
const manifestSchema = z.looseObject({
  manifest_version: z.literal(3),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  optional_permissions: z.array(z.string()).default([]),
  optional_host_permissions: z.array(z.string()).default([]),
  content_scripts: z.array(contentScript).default([]),
  content_security_policy: z.looseObject({ extension_pages: z.string().optional() }).optional(),
});

describe.each(['chromium', 'firefox'] as const)('the manifest for %s', (browser) => {
  const manifest = manifestSchema.parse(readBuiltJson(browser, 'manifest.json'));

  test('asks for these permissions and no others', () => {
    const asked = ['alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
    // Chromium's worker cannot make the file of a backup; a hidden page of ours can.
    const own = browser === 'chromium' ? [...asked, 'offscreen'].sort() : asked;
    expect([...manifest.permissions].sort()).toEqual(own);
    expect(manifest.optional_permissions).toEqual(['downloads']);
  });

  test('asks for web pages only', () => {
    expect([...manifest.host_permissions].sort()).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest.optional_host_permissions).toEqual([]);
    const matches = new Set(manifest.content_scripts.flatMap((script) => script.matches));
    expect([...matches].filter((match) => !/^https?:\/\/\*\/\*$/.test(match))).toEqual([]);
  });

  test('shows pages nothing of itself', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('runs on every page nothing but the mentions script', () => {
    const scripts = manifest.content_scripts.flatMap((script) => script.js ?? []);
    expect(scripts).toEqual(['content-scripts/mentions.js']);
  });

  test('loosens no content security policy', () => {
    const policy =
      manifest.content_security_policy?.extension_pages ?? "script-src 'self'; object-src 'self'";
    expect(policy).not.toMatch(/unsafe|https?:|wss?:|data:|blob:|\*/);
  });
});

test('the manifest for firefox says that no data is collected', () => {
  expect(readBuiltJson('firefox', 'manifest.json')).toMatchObject({
    browser_specific_settings: { gecko: { data_collection_permissions: { required: ['none'] } } },
  });
});
