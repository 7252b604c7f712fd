import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles an entry of this folder's tree as the build does, and answers the file's path. */
export async function bundle(entry: string, outFile: string): Promise<string> {
  await build({
    entryPoints: [fileURLToPath(new URL(`../${entry}`, import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: outFile,
    logLevel: 'silent',
    banner: {
      js: "import { createRequire as bundlerRequire } from 'node:module'; const require = bundlerRequire(import.meta.url);",
    },
  });
  return outFile;
}
