import { spawn } from 'node:child_process';
import { AppError } from '../../shared/errors/index.ts';

/** The system's own opener and its arguments; never a shell. The link passed the allow-list before. */
export function openerCommand(url: URL, platform: NodeJS.Platform = process.platform): readonly [string, string[]] {
  if (platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', url.href]];
  return [platform === 'darwin' ? '/usr/bin/open' : 'xdg-open', [url.href]];
}

/** @throws AppError internal when the system has no opener. */
export function openInSystemBrowser(url: URL): Promise<void> {
  const [command, args] = openerCommand(url);
  return new Promise((resolve, reject) => {
    const { NODE_OPTIONS: _options, ...env } = process.env;
    const child = spawn(command, args, { stdio: 'ignore', detached: true, env });
    child.once('error', (cause) => reject(new AppError('internal', {}, { cause })));
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
