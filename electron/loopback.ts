import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from './app.ts';
import { debuggerProblem, ignoreDebuggerSignal } from './hosts/debugger-guard.ts';
import { prepareEnding } from './hosts/ending.ts';
import { parseHostOptions } from './hosts/options.ts';
import { say } from './hosts/say.ts';
import { startupSentence } from './hosts/startup-sentence.ts';
import { nodeLauncher } from './keys/index.ts';
import { BrowserHost } from './loopback/browser-host.ts';
import { openInSystemBrowser } from './loopback/open-link.ts';
import { nodePracticeLauncher } from './practice/node-launcher.ts';

// The browser host: the same application behind 127.0.0.1 for the system's Chromium (docs/architecture/hosts.md).
process.umask(0o077);
ignoreDebuggerSignal();

const here = dirname(fileURLToPath(import.meta.url));
let app: App | undefined;
let host: BrowserHost | undefined;
const ending = prepareEnding(
  async () => {
    await host?.close();
    await app?.close();
  },
  (code) => process.exit(code),
);

/** A mistake of ours must not leave keys in a process of unknown state. */
function fall(error: unknown): void {
  app?.log.error('unforeseen', error);
  say('Soma met an error it cannot recover from and ends. Its log says more.');
  ending.end(70);
}
process.on('uncaughtException', fall);
process.on('unhandledRejection', fall);

async function main(): Promise<void> {
  const problem = debuggerProblem();
  if (problem !== undefined) {
    say(problem);
    ending.end(1);
    return;
  }
  if (process.getuid?.() === 0)
    say('Soma is running as root. It works, but everything here can then be read and changed by any program of root.');
  const options = parseHostOptions(process.argv.slice(2));
  const started = await createApp({
    host: 'browser',
    ...options,
    launchKeyWorker: nodeLauncher({ workerPath: join(here, 'key-worker.js') }),
    launchPractice: nodePracticeLauncher(join(here, '../simnet/main.js')),
    openExternal: openInSystemBrowser,
  });
  app = started;
  host = new BrowserHost({
    api: started.api,
    rendererDir: join(here, '../renderer'),
    dataDir: started.dataDir,
    noWindow: options.noWindow,
    log: started.log,
    onGone: () => ending.end(0),
  });
  await host.start();
}

main().catch((error: unknown) => {
  app?.log.error('the start failed', error);
  say(startupSentence(error));
  ending.end(1);
});
