import type { Protocol } from 'electron';
import { pageHeaders } from '../hosts/csp.ts';
import type { StaticFiles } from '../hosts/static-files.ts';
import { ownFilePath, SCHEME } from './origin.ts';

const HEADERS = pageHeaders([]);

/** Must be called before the app is ready. */
export function registerPageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false } },
  ]);
}

/** Answers with one of the files read at the start, by exact path, or with nothing. */
export function answerPageRequest(
  request: { readonly url: string; readonly method: string },
  files: StaticFiles,
): Response {
  const path = ownFilePath(request.url);
  const file = path === undefined ? undefined : files.get(path);
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  if (file === undefined) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.body), { status: 200, headers: { ...HEADERS, 'content-type': file.type } });
}

export function servePage(protocol: Protocol, files: StaticFiles): void {
  protocol.handle(SCHEME, (request) => answerPageRequest(request, files));
}
