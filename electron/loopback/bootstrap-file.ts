import { closeSync, constants, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeToken } from './secrets.ts';

export interface BootstrapFile {
  readonly url: string;
  remove(): void;
}

/**
 * Writes the page that carries the nonce to the window. Only this user can read it, so only this user's browser gets in; the
 * nonce never stands in an argument list, where `ps` shows it.
 */
export function writeBootstrapFile(dir: string, origin: string, nonce: string): BootstrapFile {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, `open-${makeToken().slice(0, 12)}.html`);
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    writeSync(file, page(`${origin}/#b=${nonce}`));
  } finally {
    closeSync(file);
  }
  return { url: pathToFileURL(path).href, remove: () => rmSync(path, { force: true }) };
}

/** `target` is made of a loopback origin and a base64url token: nothing in it needs escaping. */
function page(target: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Soma</title><meta name="referrer" content="no-referrer"><style>html{background:#fff;color-scheme:light dark}@media(prefers-color-scheme:dark){html{background:#111}}</style></head><body><script>location.replace("${target}")</script></body></html>\n`;
}
