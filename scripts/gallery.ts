/** `npm run gallery [-- --port 5199]`: serves the gallery (tests/gallery) and opens it. What is changed shows at once. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { expectNoWords, parseOptions, readOrExit, wholeNumber } from '../src/publish/arguments.ts';
import { loadLocales, packLocales } from '../src/publish/locales.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const USAGE = `usage: npm run gallery [-- --port 5199] [--no-open]
  serves the gallery (tests/gallery) and opens it in a browser
  --port N   where (the next free one when it is taken)
  --no-open  opens nothing
`;
const { port, isOpened } = readOrExit(USAGE, (args) => {
  const { values, positionals } = parseOptions(args, {
    port: { type: 'string', default: '5199' },
    'no-open': { type: 'boolean', default: false },
  });
  expectNoWords(positionals);
  return { port: wholeNumber('port', values.port, 0, 65_535), isOpened: !values['no-open'] };
});

const server = await createServer({
  root: ROOT,
  configFile: false,
  cacheDir: join(ROOT, 'node_modules/.vite-gallery'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port, open: isOpened ? '/tests/gallery/index.html' : false },
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
