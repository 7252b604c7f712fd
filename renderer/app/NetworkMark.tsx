import type { NetworkId } from '../../shared/constants/networks.ts';

/** The network's name; play money says so, in its own colour and in words. */
export function NetworkMark({ network, name }: { network: NetworkId; name: string }) {
  if (network !== 'practice') return <span className="truncate text-sm font-medium">{name}</span>;
  return (
    <span className="inline-flex items-center gap-2 rounded-full bg-practice-soft px-3 py-1 text-xs whitespace-nowrap text-practice">
      <strong className="font-bold tracking-[0.08em]">PRACTICE</strong>
      <span>worth nothing</span>
    </span>
  );
}
