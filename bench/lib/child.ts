import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A Node process that was started, and the first line it printed that was waited for. */
export interface StartedProcess {
  readonly child: ChildProcess;
  readonly line: string;
  /** Milliseconds since 1970, the same clock as a page's `performance.timeOrigin`. */
  readonly startedAtMs: number;
  readonly elapsedMs: number;
  end(): Promise<void>;
}

export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** Starts a script and waits for a line on stdout. @throws Error with its output when it ends without one. */
export async function startAndWait(
  script: string,
  args: readonly string[],
  isWanted: (line: string) => boolean = () => true,
): Promise<StartedProcess> {
  const startedAtMs = nowMs();
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const line = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      lines.push(text);
      if (isWanted(text)) found(text);
    });
    child.on('exit', (code) =>
      failed(new Error(`the process ended with ${String(code)} too early:\n${lines.join('\n')}`)),
    );
  });
  return {
    child,
    line,
    startedAtMs,
    elapsedMs: nowMs() - startedAtMs,
    end: async () => {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGTERM');
      await gone;
    },
  };
}
