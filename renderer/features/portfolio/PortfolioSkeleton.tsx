import { Card } from '../../ui/Card.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The shape of the portfolio while its figures are on their way. */
export function PortfolioSkeleton() {
  return (
    <Loading label="Reading balances from the chain">
      <div className="flex flex-col gap-6">
        <Card>
          <Skeleton className="h-4 w-12" />
          <Skeleton className="mt-3 h-10 w-64" />
          <div className="mt-8 flex gap-12 border-t border-line pt-5">
            <Skeleton className="h-10 w-32" />
            <Skeleton className="h-10 w-32" />
          </div>
        </Card>
        <Card>
          {['first', 'second', 'third'].map((row) => (
            <div key={row} className="flex justify-between gap-8 py-3">
              <Skeleton className="h-5 w-44" />
              <Skeleton className="h-5 w-28" />
              <Skeleton className="h-5 w-36" />
            </div>
          ))}
        </Card>
      </div>
    </Loading>
  );
}
