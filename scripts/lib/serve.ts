/**
 * A web server on loopback for pages under test: the extension reads only http and https pages, and Firefox runs no
 * content script on file: at all.
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

export interface Answer {
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** What to answer for a decoded path such as `/index.html`; null for 404. */
export type Site = (path: string) => Answer | null | Promise<Answer | null>;

export interface PageServer {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves `site` on a free port of 127.0.0.1. */
export async function serve(site: Site): Promise<PageServer> {
  let host = '';
  const server = createServer(async (request, response) => {
    const answer = await answerTo(site, request.url ?? '/', request.method, request.headers.host === host);
    response.writeHead(answer.status ?? 200, { 'cache-control': 'no-store', ...answer.headers });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  host = `127.0.0.1:${address.port}`;
  return {
    origin: `http://${host}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Pages held in memory: path (`/a.html`) → answer. A plain string is HTML. */
export function pagesSite(pages: Readonly<Record<string, string | Answer>>): Site {
  return (path) => {
    const page = pages[path];
    if (page === undefined) return null;
    const { headers, ...rest }: Answer = typeof page === 'string' ? { body: page } : page;
    return { ...rest, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } };
  };
}

/** The files below `folder`, and nothing else: no way up, no links out of it, no dot files. `headers` go with every answer. */
export function folderSite(folder: string, headers: Readonly<Record<string, string>> = {}): Site {
  return async (path) => {
    if (path.includes('\0') || path.split(/[/\\]/).some((part) => part.startsWith('.'))) return null;
    const root = await realpath(folder);
    let file = await realpath(join(root, path));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, 'index.html'));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
    const body = await readFile(file);
    return { body, headers: { 'content-type': contentType(file, body), ...headers } };
  };
}

async function answerTo(site: Site, url: string, method = 'GET', hostIsOurs: boolean): Promise<Answer> {
  // A foreign name that resolves to 127.0.0.1 would let a web page read the folder.
  if (!hostIsOurs) return refusal(421, 'not this host');
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'only GET and HEAD');
  try {
    const path = decodeURIComponent(new URL(url, 'http://loopback').pathname);
    return (await site(path)) ?? refusal(404, 'not found');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof URIError || code === 'ENOENT' || code === 'ENOTDIR')
      return refusal(404, 'not found');
    return refusal(500, error instanceof Error ? error.message : String(error));
  }
}

function refusal(status: number, body: string): Answer {
  return { status, body, headers: { 'content-type': 'text/plain; charset=utf-8' } };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
};

function contentType(file: string, body: Uint8Array): string {
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  return type === 'text/html' && !saysItsCharset(body) ? 'text/html; charset=utf-8' : type;
}

/** A charset in the header would win over the page's own; a page that names none is taken for UTF-8, not for Latin-1. */
function saysItsCharset(body: Uint8Array): boolean {
  const head = Buffer.from(body.subarray(0, 1024)).toString('latin1');
  return /<meta[^>]+charset/i.test(head) || /^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)/.test(head);
}
