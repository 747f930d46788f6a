import { launchBrowser } from './lib/launch.ts';
import { findBrowser } from './lib/browsers.mjs';
import { extensionFolder } from './lib/build.mjs';
const b = await launchBrowser({ browser: 'chromium', executablePath: findBrowser('chromium') as string, extension: extensionFolder('chromium', 'testing'), headless: true });
const page = await b.browser.newPage();
page.on('console', (m) => console.log('page:', m.type(), m.text()));
page.on('pageerror', (e) => console.log('error:', String(e)));
page.on('workercreated', (w) => { console.log('worker', w.url()); w.on('console', (m: any) => console.log('worker:', m.text?.())); });
page.on('requestfailed', (r) => console.log('failed', r.url(), r.failure()?.errorText));
await page.goto(b.extensionUrl('library.html'));
await new Promise((r) => setTimeout(r, 3000));
for (const w of page.workers()) { console.log('w', w.url()); try { console.log(await w.evaluate('typeof indexedDB + " " + typeof navigator.locks')); } catch (e) { console.log('weval', String(e)); } }
await b.browser.close();
