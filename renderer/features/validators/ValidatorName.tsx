import { HostileText } from '../../ui/HostileText.tsx';

/** What its owner calls it; anybody may have written that. */
export function ValidatorName({ name, max = 28 }: { name: string | undefined; max?: number }) {
  return <HostileText text={name ?? ''} fallback="Without a name" max={max} />;
}
