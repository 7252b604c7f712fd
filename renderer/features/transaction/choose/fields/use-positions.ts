import { useMemo } from 'react';
import type { StakePosition } from '../../../../../shared/contract/index.ts';
import { usePortfolio } from '../../../../stores/portfolio.ts';

const NONE: readonly StakePosition[] = [];

/** Positions of one account, as the portfolio last had them. */
export function usePositions(coldkey: string): readonly StakePosition[] {
  const positions = usePortfolio().portfolio?.positions ?? NONE;
  return useMemo(() => positions.filter((position) => position.coldkey === coldkey), [positions, coldkey]);
}
