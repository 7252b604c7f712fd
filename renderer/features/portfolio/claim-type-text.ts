import type { ClaimType } from '../../../shared/contract/index.ts';

/** What becomes of root dividends when they are claimed, as the end of a sentence. */
export function claimTypeText(type: ClaimType): string {
  switch (type.is) {
    case 'swap':
      return 'sold, and the TAO added to your root stake';
    case 'keep':
      return 'kept as alpha, staked with the same validator';
    case 'keep_subnets':
      return `kept as alpha on ${type.netuids.map((netuid) => `SN${netuid}`).join(', ')}, sold into root stake elsewhere`;
  }
}
