import type { IncomingMessage } from 'node:http';

export interface Expected {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
}

export type Verdict = 'ok' | 400 | 403 | 405 | 421;

/** All values of a header as they came; Node itself keeps only the first Host. */
export function rawValues(request: Pick<IncomingMessage, 'rawHeaders'>, name: string): string[] {
  return request.rawHeaders.filter((_, at, all) => at % 2 === 1 && all[at - 1]?.toLowerCase() === name);
}

/** One value, or undefined when there is none or more than one. */
function only(request: Pick<IncomingMessage, 'rawHeaders'>, name: string): string | undefined {
  const values = rawValues(request, name);
  return values.length === 1 ? values[0] : undefined;
}

type Head = Pick<IncomingMessage, 'rawHeaders' | 'url' | 'method' | 'httpVersion'>;

/** What every request must have: our exact Host once, a plain path, HTTP/1.1, and no foreign Origin. */
export function checkHead(request: Head, expected: Expected): Verdict {
  if (request.httpVersion !== '1.1') return 400;
  if (only(request, 'host') !== expected.host) return 421;
  if (request.url?.startsWith('/') !== true || request.url.startsWith('//')) return 421;
  const origins = rawValues(request, 'origin');
  if (origins.length > 1 || origins.some((origin) => origin !== expected.origin)) return 403;
  return 'ok';
}

/** A file of the page: asked for by our page, or the page itself by a top-level navigation. */
export function checkFileRequest(request: Head, expected: Expected): Verdict {
  const head = checkHead(request, expected);
  if (head !== 'ok') return head;
  if (request.method !== 'GET') return 405;
  const site = rawValues(request, 'sec-fetch-site');
  const sameOrigin = site.every((value) => value === 'same-origin' || value === 'none');
  const isPage = request.url === '/';
  if (isPage) {
    // the bootstrap file is another origin, so its navigation is cross-site; only a top-level document may be that
    const mode = rawValues(request, 'sec-fetch-mode');
    const dest = rawValues(request, 'sec-fetch-dest');
    const navigates = mode.every((value) => value === 'navigate') && dest.every((value) => value === 'document');
    if (!navigates || site.length !== mode.length || site.length > 1) return 403;
    return site.every((value) => ['none', 'same-origin', 'cross-site'].includes(value)) ? 'ok' : 403;
  }
  return sameOrigin && site.length <= 1 ? 'ok' : 403;
}

const JSON_TYPE = /^application\/json(?:;\s*charset=utf-8)?$/iu;

/** The trade of the nonce for a bearer: same-origin by every sign there is, and JSON. */
export function checkSessionRequest(request: Head, expected: Expected): Verdict {
  const head = checkHead(request, expected);
  if (head !== 'ok') return head;
  if (request.method !== 'POST') return 405;
  if (only(request, 'origin') !== expected.origin) return 403;
  if (only(request, 'sec-fetch-site') !== 'same-origin') return 403;
  const type = only(request, 'content-type');
  return type !== undefined && JSON_TYPE.test(type) ? 'ok' : 403;
}

/** The WebSocket's opening: our page says its Origin; Chromium sends no Sec-Fetch-Site here, others may. */
export function checkUpgrade(request: Head, expected: Expected): Verdict {
  const head = checkHead(request, expected);
  if (head !== 'ok') return head;
  if (request.method !== 'GET') return 405;
  if (request.url !== '/api') return 403;
  if (only(request, 'origin') !== expected.origin) return 403;
  return rawValues(request, 'sec-fetch-site').every((value) => value === 'same-origin') ? 'ok' : 403;
}

/** The bearer among the offered subprotocols, if they are exactly the two of ours. */
export function offeredBearer(request: Pick<IncomingMessage, 'rawHeaders'>): string | undefined {
  const offered = only(request, 'sec-websocket-protocol')
    ?.split(',')
    .map((name) => name.trim());
  if (offered?.length !== 2 || offered[0] !== 'soma') return undefined;
  return /^bearer\.([\w-]{43})$/u.exec(offered[1] ?? '')?.[1];
}
