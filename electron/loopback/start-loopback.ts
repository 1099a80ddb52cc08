// The browser shell: the same page and the same calls as in the desktop app, served on 127.0.0.1 by plain Node, for machines
// without a display or an Electron runtime. Every request passes guard.ts before anything else looks at it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import {
  MAX_CALL_BYTES,
  MAX_CALL_DEPTH,
  nestsDeeperThan,
  tooLargeBody,
} from '../../shared/contract/call-limits.ts';
import { readPageFiles, servePage } from '../serving/page-files.ts';
import { refusal, securityHeaders } from '../serving/security-headers.ts';
import { parseDownloadAddress, parseMediaAddress, serveDownload, serveMedia } from '../serving/user-files.ts';
import { type Decision, type Door, decideRequest } from './guard.ts';
import { makeSecret } from './secrets.ts';

/** What the browser shell needs of the core; the real one is `openCore()`. */
export interface ServedCore {
  readonly router: AnyRouter;
  mediaRoot(): string | null;
  downloadPath(id: string): { readonly path: string } | null;
}

export interface LoopbackOptions {
  /** The core, or how to open it once the port is known (it is written into the library's lock). */
  readonly core: ServedCore | ((port: number) => Promise<ServedCore>);
  /** Folder of the built page. */
  readonly pageDir: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Called once with the address, token in the fragment. */
  readonly onReady?: (url: string) => void;
  readonly log?: (line: string) => void;
}

export interface Loopback {
  /** `http://127.0.0.1:PORT/#t=TOKEN`: whoever has it has the library, so print it, never log it. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections and answers when the port is free. */
  close(): Promise<void>;
}

/** Starts serving. Errors: the page is not built; the port is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const files = await readPageFiles(options.pageDir);
  let core: ServedCore | null = null;
  let handler: RPCHandler<Record<never, never>> | null = null;
  const token = makeSecret();
  const session = makeSecret();
  const log = options.log ?? (() => {});
  let door: Door | null = null;

  const answer = async (request: IncomingMessage, signal: AbortSignal): Promise<Response> => {
    if (!door || !core || !handler) return refusal(503, 'starting');
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const decision = decide(request, path, door);
    if (!decision.allowed) return refusal(decision.status, decision.reason);
    // `GET http://elsewhere/` is how one asks a proxy, which this is not.
    if (!path.startsWith('/')) return refusal(400, 'bad address');
    switch (decision.route.kind) {
      case 'page':
        return servePage(files, toRequest(request, door.port, null, signal));
      case 'session':
        return sessionAnswer(door, session.value);
      case 'file':
        return userFile(core, path, toRequest(request, door.port, null, signal));
      case 'call':
        return call(handler, request, door.port, signal);
    }
  };

  const call = async (
    calls: RPCHandler<Record<never, never>>,
    request: IncomingMessage,
    port: number,
    signal: AbortSignal,
  ): Promise<Response> => {
    const body = await readBody(request, MAX_CALL_BYTES);
    if (body === null || nestsDeeperThan(body, MAX_CALL_DEPTH)) {
      return new Response(JSON.stringify(tooLargeBody()), {
        status: 413,
        headers: { ...securityHeaders('data'), 'content-type': 'application/json', connection: 'close' },
      });
    }
    const { matched, response } = await calls.handle(toRequest(request, port, body, signal), {
      prefix: '/rpc',
      context: {},
    });
    if (!matched) return refusal(404, 'no such call');
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(securityHeaders('data'))) headers.set(name, value);
    headers.set('cache-control', 'no-store');
    return new Response(response.body, { status: response.status, headers });
  };

  const server = createServer({ maxHeaderSize: 16 * 1024, keepAliveTimeout: 30_000 }, (request, reply) => {
    const gone = new AbortController();
    reply.on('close', () => gone.abort());
    answer(request, gone.signal)
      .catch(() => {
        log('A request failed inside the browser shell.');
        return refusal(500, 'failed');
      })
      .then((response) => send(response, reply, request.method === 'HEAD'))
      .catch(() => reply.destroy());
  });
  // No part of Heirloom speaks WebSocket or CONNECT; a foreign page that tries gets nothing.
  server.on('upgrade', (_request, socket) =>
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n'),
  );
  server.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\n\r\n'),
  );

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port ?? 0, exclusive: true }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  try {
    core = typeof options.core === 'function' ? await options.core(port) : options.core;
  } catch (error) {
    server.close();
    throw error;
  }
  handler = new RPCHandler(core.router);
  door = {
    port,
    maxBytes: MAX_CALL_BYTES,
    isToken: token.is,
    cookieName: `heirloom-files-${port}`,
    isCookie: session.is,
  };
  const url = `http://127.0.0.1:${port}/#t=${token.value}`;
  options.onReady?.(url);
  return {
    url,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function decide(request: IncomingMessage, path: string, door: Door): Decision {
  const { headers } = request;
  return decideRequest(
    {
      method: request.method ?? '',
      path,
      host: headers.host,
      origin: headers.origin,
      fetchSite: one(headers['sec-fetch-site']),
      contentType: headers['content-type'],
      contentLength: headers['content-length'],
      authorization: headers.authorization,
      cookie: headers.cookie,
    },
    door,
  );
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}

function sessionAnswer(door: Door, value: string): Response {
  const headers = new Headers({ ...securityHeaders('data'), 'cache-control': 'no-store' });
  for (const path of ['/media', '/downloads']) {
    headers.append('set-cookie', `${door.cookieName}=${value}; Path=${path}; HttpOnly; SameSite=Strict`);
  }
  return new Response(null, { status: 204, headers });
}

async function userFile(core: ServedCore, path: string, request: Request): Promise<Response> {
  const media = parseMediaAddress(path);
  if (media) {
    const root = core.mediaRoot();
    return root ? serveMedia(root, media, request) : refusal(404, 'not found');
  }
  const id = parseDownloadAddress(path);
  const download = id ? core.downloadPath(id) : null;
  return download ? serveDownload(download.path, request) : refusal(404, 'not found');
}

/** The address is built from our own host, never from the Host header. */
function toRequest(
  request: IncomingMessage,
  port: number,
  body: string | null,
  signal: AbortSignal,
): Request {
  const headers = new Headers();
  for (const name of ['content-type', 'range', 'if-none-match', 'accept', 'last-event-id', 'x-orpc-batch']) {
    const value = one(request.headers[name]);
    if (value !== undefined) headers.set(name, value);
  }
  // One leading slash: `//elsewhere/` would name another host.
  const path = (request.url ?? '/').replace(/^\/+/, '/');
  return new Request(new URL(`http://127.0.0.1:${port}${path}`), {
    method: request.method ?? 'GET',
    headers,
    body,
    signal,
  });
}

/** The body as text, or null when it is larger than `limit` (counted as it arrives: a length header may lie or be absent). */
async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function send(response: Response, reply: ServerResponse, headOnly: boolean): Promise<void> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') headers[name] = value;
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  if (reply.destroyed) {
    await response.body?.cancel();
    return;
  }
  reply.writeHead(response.status, headers);
  if (!response.body || headOnly) {
    await response.body?.cancel();
    reply.end();
    return;
  }
  reply.flushHeaders();
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), reply);
}
