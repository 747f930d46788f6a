/** A real server on loopback that serves a folder, and lies as it is told to. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';

/** Takes an answer over: true when it has written (or begun to write) one of its own. */
export type Twist = (request: ServedRequest, response: ServerResponse) => boolean;

export interface ServedRequest {
  /** `/metadata/timestamp.json` */
  readonly path: string;
  /** What an honest server would send; null for 404. */
  readonly file: Buffer | null;
}

/** Headers by which a server could know a reader again. */
export const TELLING = ['cookie', 'referer', 'origin', 'authorization', 'if-none-match', 'if-modified-since'];

export interface HostileServer {
  /** With a slash at its end. */
  readonly address: string;
  /** Every request since the last reset: path and headers. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** Null: honest again. */
  twist(twist: Twist | null): void;
  /** Serves another folder from now on. */
  serve(folder: string): void;
  /** What the Date header says; null: the real time. */
  setClock(now: (() => Date) | null): void;
  close(): Promise<void>;
}

export async function startHostileServer(folder: string): Promise<HostileServer> {
  let root = folder;
  let current: Twist | null = null;
  let clock: (() => Date) | null = null;
  const requests: HostileServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    requests.push({ path, headers: request.headers });
    const name = join(root, path);
    const file = existsSync(name) && statSync(name).isFile() ? readFileSync(name) : null;
    if (clock) response.setHeader('date', clock().toUTCString());
    if (current?.({ path, file }, response)) return;
    if (file === null) response.writeHead(404).end('not found');
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    requests,
    twist(twist) {
      current = twist;
    },
    serve(next) {
      root = next;
    },
    setClock(now) {
      clock = now;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
