import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { CallClass, RateLimiter } from './rate-limit.ts';
import type { StreamCount } from './stream.ts';

/** Who calls: one window behind one pipe. A host builds it after it has checked the sender. */
export interface CallerContext {
  readonly limiter: RateLimiter;
  readonly streams: StreamCount;
  /** False once the pipe's page is no longer ours (navigated away, replaced, closed). */
  readonly isCurrent: () => boolean;
}

/** The contract, ready to be implemented. */
export const os = implement(contract).$context<CallerContext>();

/** What each procedure costs. Anything not named is plain. */
export const CALL_CLASSES: ReadonlyMap<string, CallClass> = new Map<string, CallClass>([
  ['transactions.approve', 'approval'],
  ...(
    [
      'accounts.unlock',
      'accounts.restorePrevious',
      'accounts.changePassword',
      'accounts.confirmCreate',
      'accounts.importMnemonic',
      'accounts.importSeed',
      'accounts.importJson',
      'accounts.remove',
      'accounts.revealMnemonic',
      'accounts.exportJson',
    ] as const
  ).map((name): [string, CallClass] => [name, 'secret']),
  ...(
    [
      'app.openLink',
      'app.faucet',
      'accounts.beginCreate',
      'accounts.previewMnemonic',
      'portfolio.history',
      'portfolio.earnedSince',
      'portfolio.subnets',
      'portfolio.validators',
      'staking.validators',
      'staking.ownHotkeys',
      'staking.autoStake',
      'staking.claimTypes',
      'staking.baskets',
      'transactions.quote',
      'transactions.review',
      'settings.set',
    ] as const
  ).map((name): [string, CallClass] => [name, 'work']),
]);
