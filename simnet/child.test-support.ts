import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface FromChild {
  readonly type: string;
  readonly url?: string;
  readonly id?: number;
  readonly message?: string;
  readonly notice?: string;
}

/** The practice network bundled as the product has it. */
export interface Main {
  readonly dir: string;
  readonly script: string;
  remove(): Promise<void>;
}

export async function bundleMain(): Promise<Main> {
  const dir = await mkdtemp(join(tmpdir(), 'simnet-'));
  const script = join(dir, 'main.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'main.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'error',
    external: ['bufferutil', 'utf-8-validate'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return { dir, script, remove: () => rm(dir, { recursive: true, force: true }) };
}

export interface Child {
  readonly process: ChildProcess;
  /** Its next message. */
  readonly next: () => Promise<FromChild>;
  readonly exited: Promise<number | null>;
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts it with a message channel. */
export function startChild({ script }: Main, args: readonly string[]): Child {
  const started = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {},
  });
  const queue: FromChild[] = [];
  let wake: () => void = () => undefined;
  started.on('message', (message) => {
    queue.push(message as FromChild);
    wake();
  });
  const next = async (): Promise<FromChild> => {
    while (queue.length === 0) {
      await new Promise<void>((woken) => {
        wake = woken;
      });
    }
    return queue.shift() as FromChild;
  };
  const kill = async (): Promise<void> => {
    if (started.exitCode !== null || started.signalCode !== null) return;
    const gone = once(started, 'exit');
    started.kill('SIGKILL');
    await gone;
  };
  return {
    process: started,
    next,
    exited: new Promise((ended) => void started.on('exit', (code) => ended(code))),
    kill,
  };
}
