import type { Block } from '../../block.ts';
import type { BlockTree } from '../../tree.ts';

/** Blocks of branches that the newly finalized ones rule out. `pending` are all announced blocks not yet final. */
export function prunedBy(tree: BlockTree, pending: ReadonlyMap<string, Block>, finalized: readonly Block[]): string[] {
  const head = finalized.at(-1);
  if (head === undefined) return [];
  const isFinal = new Set(finalized.map(({ hash }) => hash));
  const alive = new Set([...isFinal, ...tree.descendantsOf(head).map(({ hash }) => hash)]);
  return [...pending.keys()].filter((hash) => !alive.has(hash));
}
