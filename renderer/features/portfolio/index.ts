export { BalancesTable } from './BalancesTable.tsx';
export { PortfolioSkeleton } from './PortfolioSkeleton.tsx';
export { PositionsTable } from './PositionsTable.tsx';
export { scopeOf } from './scope.ts';
export { Totals } from './Totals.tsx';
