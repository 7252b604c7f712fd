import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The shape of the list while it is read. */
export function ValidatorsSkeleton() {
  return (
    <Loading label="Reading the validators">
      <div className="px-5 pb-4">
        <Skeleton className="h-10 w-full" />
      </div>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
        <div key={row} className="flex items-center gap-6 border-t border-line px-5 py-4">
          <Skeleton className="size-7 shrink-0 rounded-full" />
          <Skeleton className="h-5 w-48" />
          <Skeleton className="ml-auto h-5 w-24" />
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-5 w-20" />
        </div>
      ))}
    </Loading>
  );
}
