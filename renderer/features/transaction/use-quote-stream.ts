import { useEffect } from 'react';
import type { Intent } from '../../../shared/contract/index.ts';
import { api } from '../../api/client.ts';
import { follow } from '../../api/follow.ts';
import { dispatch } from './actions.ts';

/** A pause in typing before the chain is asked. */
const SETTLE_MS = 250;

/** Keeps the quote of `intent` current, block by block, as long as it is wanted. The flow keeps one object per wish. */
export function useQuoteStream(intent: Intent | undefined): void {
  useEffect(() => {
    if (intent === undefined) return;
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = follow({
        open: (signal) => api.transactions.quote({ intent }, { signal }),
        onValue: (news) =>
          dispatch(
            'quote' in news
              ? { on: 'quoted', intent, quote: news.quote }
              : { on: 'quote_failed', intent, error: news.error },
          ),
        onError: (error) => dispatch({ on: 'quote_failed', intent, error }),
      });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [intent]);
}
