import type { ReactNode } from 'react';
import type { ReadingState } from '../../../../api/own-staking.ts';
import { sentenceFor } from '../../../../copy/index.ts';
import { Banner } from '../../../../ui/Banner.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { Loading } from '../../../../ui/Loading.tsx';
import { Skeleton } from '../../../../ui/Skeleton.tsx';

export interface ReadingProps<T> {
  readonly of: ReadingState<T>;
  /** What is being read, for screen readers: `Reading what is set now`. */
  readonly label: string;
  readonly children: (value: T) => ReactNode;
}

/** A part of a form that has to be read from the chain first: its shape, its failure, or itself. */
export function Reading<T>({ of, label, children }: ReadingProps<T>) {
  switch (of.is) {
    case 'reading':
      return (
        <Loading label={label}>
          <Skeleton className="h-10 w-full" />
        </Loading>
      );
    case 'failed': {
      const { title, detail } = sentenceFor(of.error);
      return (
        <Banner
          tone="danger"
          title={title}
          actions={
            <Button size="sm" onClick={of.retry}>
              Try again
            </Button>
          }
        >
          {detail}
        </Banner>
      );
    }
    case 'read':
      return children(of.value);
  }
}
