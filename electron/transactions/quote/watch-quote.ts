import type { Intent, Quote } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { type PlanContext, planIntent } from '../plan/index.ts';
import type { Quoted, Subscribe, TransactionsLog } from '../ports.ts';

/**
 * A quote now and after every block. Quotes never overlap: a block that comes while one is being made asks for one more
 * afterwards, so a slow endpoint is asked less, not more. A failed quote is told as such and the next block tries again.
 */
export function watchQuote(intent: Intent, context: PlanContext, log: TransactionsLog): Subscribe<Quoted<Quote>> {
  return (listener) => {
    const quoting = { stopped: false, busy: false, again: false };

    const quoteOnce = async (): Promise<Quoted<Quote>> => {
      try {
        return { quote: (await planIntent(intent, context)).quote };
      } catch (error) {
        const known = AppError.find(error);
        if (known === undefined) log.error('a quote failed', { error });
        return { error: (known ?? new AppError('internal')).toShape() };
      }
    };
    const run = async (): Promise<void> => {
      quoting.again = true;
      if (quoting.busy) return;
      quoting.busy = true;
      while (quoting.again && !quoting.stopped) {
        quoting.again = false;
        const quoted = await quoteOnce();
        if (!isStopped()) listener.next(quoted);
      }
      quoting.busy = false;
    };
    const isStopped = (): boolean => quoting.stopped;

    const unwatch = context.chain.watchBlocks(() => void run());
    void run();
    return () => {
      quoting.stopped = true;
      unwatch();
    };
  };
}
