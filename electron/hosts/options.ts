import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors/index.ts';

/** What both hosts understand on their command line. */
export interface HostOptions {
  /** A network id, or the ws:// or wss:// address of a node. */
  readonly network?: string;
  readonly dataDir?: string;
  /** Browser host: open no window, say how to open one. */
  readonly noWindow: boolean;
}

/** Reads the options after the script's own path. @throws AppError api.bad_input for anything unknown. */
export function parseHostOptions(argv: readonly string[]): HostOptions {
  try {
    const { values } = parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        network: { type: 'string' },
        'data-dir': { type: 'string' },
        'no-window': { type: 'boolean', default: false },
      },
    });
    return {
      noWindow: values['no-window'],
      ...(values.network === undefined ? {} : { network: values.network }),
      ...(values['data-dir'] === undefined ? {} : { dataDir: values['data-dir'] }),
    };
  } catch (cause) {
    throw new AppError('api.bad_input', {}, { cause });
  }
}

const TAKES_VALUE = ['--network', '--data-dir'];

/** The words of a command line that are ours; the shell's own switches stand among them under Electron. */
export function ownArguments(argv: readonly string[]): string[] {
  return argv.flatMap((word, at) => {
    const isValue = TAKES_VALUE.includes(argv[at - 1] ?? '');
    const isOption = word === '--no-window' || TAKES_VALUE.some((name) => word === name || word.startsWith(`${name}=`));
    return isValue || isOption ? [word] : [];
  });
}
