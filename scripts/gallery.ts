/** `npm run gallery [-- --port 5199]`: serves the gallery (tests/gallery) and opens it. What is changed shows at once. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { loadLocales, packLocales } from '../src/publish/locales.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
  options: { port: { type: 'string', default: '5199' }, 'no-open': { type: 'boolean', default: false } },
});

const server = await createServer({
  root: ROOT,
  configFile: false,
  cacheDir: join(ROOT, 'node_modules/.vite-gallery'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: Number(values.port), open: values['no-open'] ? false : '/tests/gallery/index.html' },
  plugins: [
    {
      name: 'words',
      configureServer({ middlewares }) {
        // Read with each request, so that a translator sees what they have just written.
        middlewares.use('/words', (request, response, next) => {
          const words = packLocales(loadLocales(join(ROOT, 'assets/locales')), {}).get(`words${request.url}`);
          if (words === undefined) return next();
          response.setHeader('content-type', 'application/json');
          response.end(words);
        });
      },
    },
  ],
});
await server.listen();
const [address] = server.resolvedUrls?.local ?? [];
console.log(`The gallery is at ${address}tests/gallery/index.html. Ctrl+C stops it.`);
