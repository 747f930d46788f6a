/**
 * A proxy that a whole browser is made to use, the extension's worker and the loopback included: it writes down every request,
 * serves the pages of a made-up web, and lets nothing out.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedRequest {
  /** Whole; of an encrypted connection only `https://HOST/`. */
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

export interface RecordingProxy {
  readonly port: number;
  readonly requests: readonly RecordedRequest[];
  /** What each browser needs in order to use it for everything. */
  readonly args: readonly string[];
  readonly preferences: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/** `pages` by whole address, http. */
export async function startRecordingProxy(pages: ReadonlyMap<string, string>): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push({ url, method: request.method ?? '', headers: request.headers });
    const page = pages.get(url);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '');
  });
  server.on('connect', (request, socket) => {
    requests.push({
      url: `https://${request.url?.replace(/:443$/, '')}/`,
      method: 'CONNECT',
      headers: request.headers,
    });
    socket.on('error', () => undefined); // The browser hangs up on being refused: nothing to mend.
    socket.end('HTTP/1.1 502 Nothing gets out\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    args: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    preferences: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.allow_hijacking_localhost': true,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
