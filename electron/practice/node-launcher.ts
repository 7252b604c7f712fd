import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { LaunchPractice, PracticeProcess } from './launch.ts';

/** What a process cannot start without; nothing else of our environment is its business. */
const ENV_ALLOWED = process.platform === 'win32' ? ['SystemRoot', 'windir', 'TEMP'] : ['TMPDIR'];

/** Starts the bundled practice network as a child process of Node. */
export function nodePracticeLauncher(scriptPath: string): LaunchPractice {
  return (stateFile): PracticeProcess => {
    const env = Object.fromEntries(
      ENV_ALLOWED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
    );
    const child = spawn(process.execPath, ['--no-warnings', scriptPath, '--state-file', stateFile], {
      cwd: dirname(scriptPath),
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
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
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
