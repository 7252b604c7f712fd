import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../shared/errors/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** This system's place for application data. */
export function defaultDataDir(
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Soma');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Soma');
  const xdg = env['XDG_DATA_HOME'];
  return join(xdg?.startsWith('/') === true ? xdg : join(home, '.local', 'share'), 'soma');
}

/**
 * Makes the folder with nobody else's access, and takes such access away from one that is there.
 * @throws AppError disk.failed when it cannot be had or belongs to somebody else.
 */
export function preparePrivateDir(path: string): string {
  const dir = resolve(path);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const found = statSync(dir);
    const uid = process.getuid?.();
    if (!found.isDirectory() || (uid !== undefined && found.uid !== uid)) throw new AppError('disk.failed');
    if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) chmodSync(dir, 0o700);
    return dir;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('disk.failed', {}, { cause });
  }
}
