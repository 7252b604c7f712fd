import type { AppErrorCode } from '../../../shared/errors/index.ts';
import type { Facts, Sentence } from '../sentence.ts';

/** The sentences of one family of codes; a new code breaks the build here. */
export type SentencesFor<Family extends string> = Readonly<
  Record<Extract<AppErrorCode, `${Family}.${string}`>, (facts: Facts) => Sentence>
>;
