import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, Menu, powerMonitor, protocol, session, shell } from 'electron';
import { createApp, type App as Soma } from './app.ts';
import { defaultDataDir, preparePrivateDir } from './hosts/data-dir.ts';
import { debuggerProblem, ignoreDebuggerSignal } from './hosts/debugger-guard.ts';
import { prepareEnding } from './hosts/ending.ts';
import { ownArguments, parseHostOptions } from './hosts/options.ts';
import { startupSentence } from './hosts/startup-sentence.ts';
import { readStaticFiles } from './hosts/static-files.ts';
import { lockOnLeave } from './shell/lock-on-leave.ts';
import { openMainWindow } from './shell/main-window.ts';
import { menuTemplate } from './shell/menu.ts';
import { guardNavigation } from './shell/navigation.ts';
import { registerPageScheme, servePage } from './shell/page-protocol.ts';
import { denyPermissions } from './shell/permissions.ts';
import { utilityKeyLauncher, utilityPracticeLauncher } from './shell/utility-process.ts';

// The Electron host (docs/architecture/hosts.md). Thin: every decision is in a function of shell/ or hosts/ with its own test.
process.umask(0o077);
ignoreDebuggerSignal();
app.enableSandbox();
registerPageScheme(protocol);

const here = dirname(fileURLToPath(import.meta.url));
let soma: Soma | undefined;
let window: BrowserWindow | undefined;
const ending = prepareEnding(
  async () => soma?.close(),
  (code) => app.exit(code),
);

function fail(error: unknown): void {
  soma?.log.error('unforeseen', error);
  dialog.showErrorBox('Soma', startupSentence(error));
  ending.end(70);
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

async function openExternal(url: URL): Promise<void> {
  await shell.openExternal(url.href);
}

/** A checkout under test may be driven through the debugger; a packaged app has it fused off and never may. */
function refusal(): string | undefined {
  const isDriven = ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name));
  if (!app.isPackaged && process.env['SOMA_E2E_ELECTRON'] !== undefined) return undefined;
  return debuggerProblem() ?? (isDriven ? 'Soma does not start with a remote debugger.' : undefined);
}

async function main(): Promise<void> {
  const options = parseHostOptions(ownArguments(process.argv.slice(app.isPackaged ? 1 : 2)));
  const dataDir = preparePrivateDir(options.dataDir ?? defaultDataDir());
  app.setPath('userData', preparePrivateDir(join(dataDir, 'electron')));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  await app.whenReady();
  const problem = refusal();
  if (problem !== undefined) {
    dialog.showErrorBox('Soma', problem);
    app.exit(1);
    return;
  }
  denyPermissions(session.defaultSession);
  guardNavigation(app, openExternal);
  servePage(protocol, await readStaticFiles(join(here, '../renderer')));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  soma = await createApp({
    host: 'electron',
    ...options,
    dataDir,
    launchKeyWorker: utilityKeyLauncher(join(here, 'key-worker.js')),
    launchPractice: utilityPracticeLauncher(join(here, '../simnet/main.js')),
    openExternal,
  });
  const { api, lock } = soma;
  lockOnLeave(powerMonitor, lock);
  window = await openMainWindow(api, join(here, 'preload.cjs'));
}

app.on('window-all-closed', () => ending.end(0));
main().catch(fail);
