import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { folderSite, type PageServer, pagesSite, type Site, serve } from '../../../scripts/lib/serve.ts';

let server: PageServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function get(site: Site, path: string, host?: string) {
  server ??= await serve(site);
  const { port } = new URL(server.origin);
  // Not fetch: it tidies `..` out of the path before sending, and sets Host itself.
  return new Promise<{ status: number; type: string | undefined; body: string }>((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'],
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('a served folder', () => {
  let outer: string;
  let folder: string;
  beforeAll(() => {
    outer = mkdtempSync(join(tmpdir(), 'sidelight-serve-'));
    folder = join(outer, 'site');
    mkdirSync(join(folder, 'sub'), { recursive: true });
    writeFileSync(join(outer, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'index.html'), '<p>čitaj</p>');
    writeFileSync(join(folder, 'old.html'), '<meta charset="iso-8859-2"><p>x</p>');
    writeFileSync(join(folder, 'a b.css'), 'p{}');
    writeFileSync(join(folder, '.env'), 'secret');
    symlinkSync(join(outer, 'secret.txt'), join(folder, 'link.txt'));
  });
  afterAll(() => rmSync(outer, { recursive: true }));

  const answers: [path: string, status: number, type: string][] = [
    ['/', 200, 'text/html; charset=utf-8'],
    ['/index.html?x#y', 200, 'text/html; charset=utf-8'],
    ['/old.html', 200, 'text/html'],
    ['/a%20b.css', 200, 'text/css'],
    ['/sub', 404, 'text/plain; charset=utf-8'],
    ['/none', 404, 'text/plain; charset=utf-8'],
    ['/%', 404, 'text/plain; charset=utf-8'],
    ['/../secret.txt', 404, 'text/plain; charset=utf-8'],
    ['/..%2fsecret.txt', 404, 'text/plain; charset=utf-8'],
    ['/sub/..%5c..%5csecret.txt', 404, 'text/plain; charset=utf-8'],
    ['/link.txt', 404, 'text/plain; charset=utf-8'],
    ['/.env', 404, 'text/plain; charset=utf-8'],
  ];
  test.each(answers)('answers %s with %i %s', async (path, status, type) => {
    const answer = await get(folderSite(folder), path);
    expect([answer.status, answer.type]).toEqual([status, type]);
    expect(answer.body).not.toContain('secret');
  });

  test('is not read under another host name', async () => {
    expect((await get(folderSite(folder), '/', 'attacker.example')).status).toBe(421);
  });
});

test('pages in memory carry their headers', async () => {
  server = await serve(pagesSite({ '/': { body: 'x', headers: { 'content-security-policy': 'sandbox' } } }));
  const answer = await fetch(server.origin);
  expect(answer.headers.get('content-security-policy')).toBe('sandbox');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
});
