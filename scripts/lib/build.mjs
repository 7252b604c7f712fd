import { giveUp } from './root.mjs';
import { run } from './run.mjs';

/**
 * Builds what is stale; build.mjs keeps a stamp per artifact.
 * @param {'electron' | 'simnet' | 'renderer'} [only] one artifact instead of all
 */
export async function ensureBuilt(only) {
  const choice = only === undefined ? [] : ['--only', only];
  const { code, output } = await run(process.execPath, ['scripts/build.mjs', ...choice], { quiet: true });
  if (code !== 0) giveUp(`${output.slice(-4000)}\nThe build failed; nothing was started.`);
}
