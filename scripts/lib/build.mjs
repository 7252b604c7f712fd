import { giveUp } from './root.mjs';
import { run } from './run.mjs';

/** Builds what is stale; build.mjs keeps a stamp per artifact. */
export async function ensureBuilt() {
  const { code, output } = await run(process.execPath, ['scripts/build.mjs'], { quiet: true });
  if (code !== 0) giveUp(`${output.slice(-4000)}\nThe build failed; nothing was started.`);
}
