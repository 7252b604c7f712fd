import type { AppErrorCode, AppErrorShape } from '../../shared/errors/index.ts';
import { chainSentences } from './errors/chain.ts';
import { keySentences, vaultSentences } from './errors/keys.ts';
import { apiSentences, diskSentences, instanceSentences, intentSentences, storeSentences } from './errors/other.ts';
import { transactionSentences } from './errors/transaction.ts';
import type { Facts, Sentence } from './sentence.ts';

/** Every way Soma can refuse or fail, in words for people. Exhaustive by its type: a new code breaks the build here. */
export const ERROR_SENTENCES: Readonly<Record<AppErrorCode, (facts: Facts) => Sentence>> = {
  ...vaultSentences,
  ...keySentences,
  ...diskSentences,
  ...storeSentences,
  ...instanceSentences,
  ...chainSentences,
  ...intentSentences,
  ...transactionSentences,
  ...apiSentences,
  internal: () => ({
    title: 'Soma made a mistake.',
    detail:
      'Your keys and funds are untouched by it, and the log has the details. Try again; if it repeats, restart Soma.',
  }),
};

/** The sentence of one failure. */
export function sentenceFor(error: AppErrorShape): Sentence {
  return ERROR_SENTENCES[error.code](error.facts);
}
