import { dirname } from 'node:path';
import { utilityProcess } from 'electron';
import type { LaunchWorker, WorkerHandle } from '../keys/index.ts';
import type { LaunchPractice } from '../practice/launch.ts';

/** A helper process of Electron: it survives the RunAsNode fuse, which ends `child_process.fork`. Nothing is inherited. */
function launch(scriptPath: string, args: string[], serviceName: string, cwd: string): WorkerHandle {
  const child = utilityProcess.fork(scriptPath, args, { serviceName, cwd, env: {}, execArgv: [], stdio: 'ignore' });
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill(),
  };
}

/** The key worker as Electron's own helper process. */
export function utilityKeyLauncher(scriptPath: string): LaunchWorker {
  return ({ vaultDir }) => launch(scriptPath, [], 'Soma keys', vaultDir);
}

/** The practice network as Electron's own helper process. */
export function utilityPracticeLauncher(scriptPath: string): LaunchPractice {
  return (stateFile) => launch(scriptPath, ['--state-file', stateFile], 'Soma practice network', dirname(scriptPath));
}
