import { AppError, type AppErrorCode } from '../../shared/errors/index.ts';

/** The few failures that can happen before there is a window to show them in. */
const SENTENCES: Partial<Record<AppErrorCode, string>> = {
  'instance.already_running': 'Soma is already running with this data folder. Use its window, or end it first.',
  'disk.failed': 'Soma cannot use its data folder. It must be a folder of your own that you can write to.',
  'disk.full': 'The disk is full. Free some space and start Soma again.',
  'disk.read_only': 'The data folder cannot be written to.',
  'store.damaged': 'The journal file in the data folder is damaged. Your keys are in another file and untouched.',
  'store.from_future': 'The data folder was used by a newer version of Soma. Start that one.',
  'api.bad_input': 'Unknown option. Try npm start -- --help.',
  'chain.endpoint_invalid': '--network is practice, finney, test, local or an address beginning with ws:// or wss://.',
};

/** A plain sentence for a start that failed. */
export function startupSentence(error: unknown): string {
  const known = AppError.find(error);
  const sentence = known === undefined ? undefined : SENTENCES[known.code];
  return sentence ?? `Soma could not start (${known?.code ?? 'internal'}). Its log in the data folder says more.`;
}
