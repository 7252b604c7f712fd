import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { LaunchOptions, LaunchWorker, WorkerHandle } from './launch.ts';

/** What a process cannot start without; the rest of the environment (NODE_OPTIONS, tokens) stays out. */
const ENV_ALLOWED = process.platform === 'win32' ? ['SystemRoot', 'windir'] : [];

const KILL_AFTER_MS = 1_000;

function nodeFlags(workerPath: string, vaultDir: string): string[] {
  const knows = (flag: string): boolean => process.allowedNodeEnvironmentFlags.has(flag);
  const permission = knows('--permission') ? '--permission' : '--experimental-permission';
  // a folder that exists covers all in it; naming `folder/*` as well makes Node 20 abort
  const readable = [workerPath, ...manifestsAbove(workerPath), vaultDir, '/proc/sys/kernel/random/boot_id'];
  return [
    permission,
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${vaultDir}`,
    '--no-warnings',
    '--no-addons',
    '--disallow-code-generation-from-strings',
    ...(knows('--disable-sigusr1') ? ['--disable-sigusr1'] : []),
  ];
}

/** Node looks for a package.json in every folder above a module to learn its kind. */
function manifestsAbove(path: string): string[] {
  const manifests: string[] = [];
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    manifests.push(join(dir, 'package.json'));
    if (dirname(dir) === dir) return manifests;
  }
}

export interface NodeLauncherOptions {
  /** The bundle of worker/main.ts. */
  readonly workerPath: string;
  /** Only tests that start another bundle need any; arguments are visible to every local user. */
  readonly workerArgs?: readonly string[];
}

/**
 * Starts the bundled worker as a Node child process: no inherited environment, stdio closed, the permission model
 * limiting files to the bundle and the vault folder, no child processes, no threads, no add-ons.
 */
export function nodeLauncher({ workerPath, workerArgs = [] }: NodeLauncherOptions): LaunchWorker {
  return ({ vaultDir }: LaunchOptions): WorkerHandle => {
    const env = Object.fromEntries(
      ENV_ALLOWED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
    );
    const child = spawn(process.execPath, [...nodeFlags(workerPath, vaultDir), workerPath, ...workerArgs], {
      cwd: vaultDir,
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      windowsHide: true,
    });
    return {
      postMessage: (message) => {
        // a dead child answers through onExit; the callback keeps the write error from being thrown
        if (child.connected) child.send(message as object, () => undefined);
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => {
        let isTold = false;
        const once = (): void => {
          if (!isTold) listener();
          isTold = true;
        };
        child.once('exit', once);
        child.once('error', once);
      },
      kill: () => {
        if (child.connected) child.disconnect(); // the worker ends itself when its line to us closes
        setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
      },
    };
  };
}
