import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
}

/** Request path, exactly as sent, to content. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Reads every file of the built renderer once. A request is then a look-up by its raw path: nothing is decoded or joined,
 * so there is no path to climb out with. Links are skipped, and so are kinds of file the page has no use for.
 */
export async function readStaticFiles(root: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const type = TYPES.get(extname(entry.name));
    const inside = relative(root, path);
    if (!entry.isFile() || type === undefined || inside.startsWith('..') || isAbsolute(inside)) continue;
    const name = `/${inside.split(sep).join('/')}`;
    if (!/^[\w./-]+$/u.test(name)) continue;
    files.set(name === '/index.html' ? '/' : name, { type, body: await readNoFollow(path) });
  }
  return files;
}

async function readNoFollow(path: string): Promise<Buffer> {
  // O_NOFOLLOW is not known to Windows
  const handle = await open(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NOFOLLOW));
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
