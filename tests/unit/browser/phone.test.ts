/** Firefox for Android has no windows, menus, commands and panels: the worker starts there, and all else works without them. */
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { anAlias, anEntity, aRelease } from '../../helpers/builders.ts';
import { aPhoneBrowser } from '../../helpers/phone-browser.ts';

// Modules take the browser as they find it when they are loaded.
const phone = aPhoneBrowser();
vi.stubGlobal('browser', phone);
vi.stubEnv('FIREFOX', 'true');

beforeEach(() => vi.clearAllMocks());

afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('on a phone', () => {
  test('there are no menus to set', async () => {
    const { setMenus, onMenu } = await import('../../../src/browser/notes-host.ts');
    await setMenus([{ id: 'save', title: 'Save', contexts: ['selection'] }]);
    onMenu(() => undefined);
  });

  test('a source opens in a tab that knows no opener', async () => {
    const { openTab } = await import('../../../src/browser/worker-host.ts');
    await openTab('https://paper.example/', 7);
    expect(phone.tabs.create).toHaveBeenCalledWith({ url: 'https://paper.example/' });
  });

  test('the library is shown where it is open', async () => {
    const { openLibraryTab } = await import('../../../src/browser/notes-host.ts');
    phone.tabs.query.mockResolvedValueOnce([{ id: 3, windowId: 1 }]);
    await openLibraryTab('note=1');
    expect(phone.tabs.update).toHaveBeenCalledWith(3, {
      active: true,
      url: 'moz-extension://phone/library.html?note=1',
    });
  });

  test('the panel opens in a tab', async () => {
    const { openPanel, ownWindow } = await import('../../../src/browser/own-pages.ts');
    await openPanel(await ownWindow(), 7);
    expect(phone.tabs.create).toHaveBeenCalledWith({ url: '/sidepanel.html?tab=7' });
  });

  test('there are no shortcuts to list or to change', async () => {
    const host = await import('../../../src/browser/settings-host.ts');
    expect(host.listCommands).toBeNull();
    expect(host.openShortcuts).toBeNull();
    const { onCommand } = await import('../../../src/browser/worker-host.ts');
    onCommand(() => undefined);
  });

  test('no backup is offered that nobody writes', async () => {
    const { canWriteFiles } = await import('../../../src/browser/backup-store.ts');
    expect(await canWriteFiles()).toBe(false);
  });

  test('the worker starts, sets its dataset up and answers', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const lost: unknown[] = [];
    const lose = (reason: unknown) => lost.push(reason);
    process.on('unhandledRejection', lose);
    const release = aRelease({
      entities: [anEntity({ id: 'acme', name: 'Acme' })],
      aliases: [anAlias({ text: 'Acme Systems', entity: 'acme' })],
    });
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(release)));
    const { default: background } = await import('../../../entrypoints/background.ts');
    void background.main();
    phone.runtime.onInstalled.fire({ reason: 'install' });
    phone.runtime.onStartup.fire();
    const call = { sidelight: 'call', name: 'datasetInfo', argument: null };
    const sender = { id: phone.runtime.id, url: phone.runtime.getURL('/popup.html') };
    const reply = await new Promise((resolve) => phone.runtime.onMessage.fire(call, sender, resolve));
    expect(reply).toMatchObject({ ok: true, value: { entities: 1 } });
    expect(phone.tabs.create).toHaveBeenCalledWith({ url: 'moz-extension://phone/welcome.html' });
    // One turn of the loop, for rejections that nobody takes.
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', lose);
    expect(lost).toEqual([]);
    expect(errors.mock.calls).toEqual([]);
  });
});
