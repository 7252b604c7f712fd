import { Card } from '../../ui/Card.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The shape of the portfolio while its figures are on their way. */
export function PortfolioSkeleton() {
  return (
    <Loading label="Reading balances from the chain">
      <div className="flex flex-col gap-6">
        <Card>
          <div className="flex justify-between gap-8">
            <div>
              <Skeleton className="h-4 w-12" />
              <Skeleton className="mt-3 h-10 w-64" />
            </div>
            <Skeleton className="h-11 w-42" />
          </div>
          <div className="mt-8 flex gap-12 border-t border-line pt-5">
            <Skeleton className="h-10 w-32" />
            <Skeleton className="h-10 w-32" />
          </div>
          <div className="mt-5 border-t border-line pt-5">
            <Skeleton className="h-10 w-72" />
          </div>
        </Card>
        <Card>
          <Skeleton className="h-5 w-36" />
          <Skeleton className="mt-4 h-60 w-full" />
        </Card>
        <Card>
          {['first', 'second', 'third', 'fourth'].map((row) => (
            <div key={row} className="flex justify-between gap-8 py-3">
              <Skeleton className="h-9 w-44" />
              <Skeleton className="h-5 w-28" />
              <Skeleton className="h-5 w-28" />
              <Skeleton className="h-5 w-28" />
              <Skeleton className="h-5 w-28" />
            </div>
          ))}
        </Card>
      </div>
    </Loading>
  );
}
