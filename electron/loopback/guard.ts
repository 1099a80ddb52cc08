// The door of the browser shell, as one pure decision over the facts of a request, so that it can be tested as a table.
// A server on 127.0.0.1 is reachable by every page the user has open and by every program on the machine, hence:
//  1. Host first: a rebinding page has its own name in Host and sends no Origin → 421.
//  2. Origin and Sec-Fetch-Site must be ours when present: other sites, and other ports of this machine → 403.
//  3. Calls need the bearer token from the address's fragment, which no other page and no other user can see → 401.
//  4. Calls are POST with application/json only, so that no form and no simple cross-site request fits → 405, 415.
//  5. Media and downloads are asked for by <img> and <a>, which carry no bearer: they need the cookie of POST /session. The
//     cookie's secret is not the token, because a browser sends cookies of 127.0.0.1 to every port: a program that catches it
//     may at worst read media, never call anything.

export type Route =
  | { readonly kind: 'page' }
  | { readonly kind: 'call' }
  | { readonly kind: 'session' }
  | { readonly kind: 'file' };

export type Decision =
  | { readonly allowed: true; readonly route: Route }
  | { readonly allowed: false; readonly status: number; readonly reason: string };

export interface RequestFacts {
  readonly method: string;
  /** Path without query, as sent. */
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly contentType: string | undefined;
  readonly contentLength: string | undefined;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

export interface Door {
  readonly port: number;
  /** Largest call in bytes. */
  readonly maxBytes: number;
  /** Compares in constant time. */
  readonly isToken: (given: string) => boolean;
  readonly cookieName: string;
  readonly isCookie: (given: string) => boolean;
}

export function decideRequest(facts: RequestFacts, door: Door): Decision {
  if (facts.host !== `127.0.0.1:${door.port}`) return refuse(421, 'misdirected request');
  if (facts.origin !== undefined && facts.origin !== `http://127.0.0.1:${door.port}`) {
    return refuse(403, 'foreign origin');
  }
  const route = routeOf(facts.path);
  if (!isOurFetch(facts.fetchSite, route)) return refuse(403, 'foreign site');
  switch (route.kind) {
    case 'page':
      return facts.method === 'GET' || facts.method === 'HEAD'
        ? { allowed: true, route }
        : refuse(405, 'method not allowed');
    case 'file':
      if (facts.method !== 'GET' && facts.method !== 'HEAD') return refuse(405, 'method not allowed');
      return door.isCookie(cookieValue(facts.cookie, door.cookieName))
        ? { allowed: true, route }
        : refuse(401, 'no session');
    case 'call':
    case 'session':
      return decideCall(facts, door, route);
  }
}

function decideCall(facts: RequestFacts, door: Door, route: Route): Decision {
  if (facts.method !== 'POST') return refuse(405, 'method not allowed');
  if (!door.isToken(bearerOf(facts.authorization))) return refuse(401, 'no token');
  // The session has no body; its Authorization header alone keeps forms and simple cross-site requests out.
  if (route.kind === 'call' && !isJson(facts.contentType)) return refuse(415, 'json only');
  const length = facts.contentLength;
  if (length !== undefined && !(Number(length) <= door.maxBytes)) return refuse(413, 'too large');
  return { allowed: true, route };
}

function routeOf(path: string): Route {
  if (path === '/session') return { kind: 'session' };
  if (path === '/rpc' || path.startsWith('/rpc/')) return { kind: 'call' };
  if (path.startsWith('/media/') || path.startsWith('/downloads/')) return { kind: 'file' };
  return { kind: 'page' };
}

/** `none` is a person typing or opening the address, which only ever asks for the page. */
function isOurFetch(site: string | undefined, route: Route): boolean {
  if (site === undefined || site === 'same-origin') return true;
  return site === 'none' && (route.kind === 'page' || route.kind === 'file');
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(contentType ?? '');
}

function bearerOf(authorization: string | undefined): string {
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(authorization ?? '')?.[1] ?? '';
}

function cookieValue(header: string | undefined, name: string): string {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return '';
}

function refuse(status: number, reason: string): Decision {
  return { allowed: false, status, reason };
}
