import { Banner } from '../../../../ui/Banner.tsx';

/** In place of limits, where no pool could move a price. */
export function RootNote() {
  return (
    <Banner tone="info" title="Root stake stays TAO, one to one.">
      There is no pool, no price and no swap fee.
    </Banner>
  );
}
