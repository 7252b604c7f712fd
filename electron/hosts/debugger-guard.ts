import { url as inspectorUrl } from 'node:inspector';

/** Options of Node that run foreign code before ours or open a debugger. */
const LOADS_CODE =
  /^(?:--inspect(?:-brk|-wait|-port)?|--debug-port|--require|-r|--import|--(?:experimental-)?loader)(?:=|$)/u;

/** The first option that would let somebody else's code in, from the command line of Node and NODE_OPTIONS. */
export function findForeignCodeOption(
  execArgv: readonly string[],
  nodeOptions: string | undefined,
): string | undefined {
  const words = [...execArgv, ...(nodeOptions ?? '').split(/\s+/u).map((word) => word.replace(/^["']|["']$/gu, ''))];
  return words.find((word) => LOADS_CODE.test(word))?.replace(/=.*$/su, '');
}

/** Why this process must not hold keys, as a sentence; undefined when nothing speaks against it. */
export function debuggerProblem(): string | undefined {
  const option = findForeignCodeOption(process.execArgv, process.env['NODE_OPTIONS']);
  if (option !== undefined)
    return `Soma does not start with ${option}, because it would let other code into the process that holds your keys. Remove it (see NODE_OPTIONS) and start again.`;
  if (inspectorUrl() !== undefined) return 'Soma does not start while a debugger is open.';
  return undefined;
}

/** Node opens its inspector on SIGUSR1 unless somebody listens to it. */
export function ignoreDebuggerSignal(): void {
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
}
