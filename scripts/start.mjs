import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { obtainElectron } from './lib/electron-binary.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { HELP, parseOptions } from './lib/options.mjs';
import { giveUp, ROOT, say } from './lib/root.mjs';

/**
 * Hands the terminal over to the host and ends with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 */
function become(command, args) {
  const child = spawn(command, [...args], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => giveUp(`Soma could not be started: ${error.message}`));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** Chromium refuses its sandbox to root; only there is it switched off (containers), with the host's own warning. */
function asRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

requireNode();
const options = parseOptions(process.argv.slice(2));
if ('problem' in options) giveUp(options.problem);
if (options.help) {
  say(HELP);
  process.exit(0);
}
await ensureInstalled();
await ensureBuilt();
const electron = options.host === 'browser' ? undefined : await obtainElectron();
if (electron !== undefined) become(electron, [...asRoot(), join(ROOT, 'dist/electron/main.js'), ...options.hostArgs]);
else {
  if (options.host === 'electron')
    giveUp('The Electron binary is not here and could not be fetched. Run npm start -- --host browser instead.');
  if (options.host === undefined) say('Electron is not available here; opening Soma in the browser host instead.');
  become(process.execPath, [join(ROOT, 'dist/electron/loopback.js'), ...options.hostArgs]);
}
