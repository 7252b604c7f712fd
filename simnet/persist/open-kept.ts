import { type ChainWish, composeNode } from '../control/compose.ts';
import type { SimNode } from '../node/node.ts';
import { OtherChain } from '../node/resume.ts';
import { Keeper } from './keeper.ts';
import { decodeSaved, OtherFormat, type Saved } from './saved.ts';
import { clearLeftovers, readStateFile, setAside, writeStateFile } from './state-file.ts';

/**
 * What became of the kept chain. `resumed`: it goes on. `damaged`, `other`: a file that cannot be used, or is of another
 * chain or version, was put aside and the chain begins anew. `unwritable`: the chain will not outlive this process.
 */
export type KeptNotice = 'resumed' | 'damaged' | 'other' | 'unwritable';

export interface KeptWish extends Pick<ChainWish, 'scenario' | 'clock' | 'actors' | 'rootBaskets'> {
  readonly seed: string;
  readonly path: string;
  readonly tell: (notice: KeptNotice) => void;
}

export interface KeptNode {
  readonly node: SimNode;
  /** Absent when the file can be neither used nor put aside: what is not understood is not overwritten. */
  readonly keeper: Keeper | undefined;
}

interface Opened {
  readonly node: SimNode;
  readonly saved?: Saved;
  readonly problem?: 'damaged' | 'other';
}

/** Goes on with the chain in the file, or begins one; never fails because of the file. */
export async function openKept(wish: KeptWish): Promise<KeptNode> {
  const { path, tell, scenario, seed } = wish;
  clearLeftovers(path);
  const { node, saved, problem } = await open(wish);
  if (saved !== undefined) tell('resumed');
  if (problem !== undefined) {
    tell(problem);
    try {
      setAside(path);
    } catch {
      tell('unwritable');
      return { node, keeper: undefined };
    }
  }
  const keeper = new Keeper({
    node,
    chain: { scenario, seed },
    genesisMs: node.chain.genesis.timestampMs,
    earlier: saved?.blocks ?? [],
    write: (bytes) => writeStateFile(path, bytes),
    onFailure: () => tell('unwritable'),
    monotonic: () => performance.now(),
  });
  return { node, keeper };
}

async function open({ scenario, seed, clock, actors, rootBaskets, path }: KeptWish): Promise<Opened> {
  const chain = { scenario, seed, clock, actors, rootBaskets };
  const anew = async (): Promise<SimNode> => (await composeNode(chain)).node;
  try {
    const bytes = readStateFile(path);
    if (bytes === undefined) return { node: await anew() };
    const saved = decodeSaved(bytes);
    const isAsked = saved.scenario === chain.scenario && saved.seed === chain.seed;
    const node = isAsked ? await resume(chain, saved) : undefined;
    return node === undefined ? { node: await anew(), problem: 'other' } : { node, saved };
  } catch (error) {
    const isOther = error instanceof OtherFormat || error instanceof OtherChain;
    return { node: await anew(), problem: isOther ? 'other' : 'damaged' };
  }
}

/** Undefined when it is not the chain this version would begin. @throws Error when it cannot go on */
async function resume(wish: ChainWish, saved: Saved): Promise<SimNode | undefined> {
  const { node } = await composeNode({ ...wish, resume: saved });
  const { genesis } = node.chain;
  // The hash covers genesis state and the interface of the runtime, which a new version of the app may change.
  if (saved.genesisHash !== genesis.hash || saved.specVersion !== genesis.runtime.version.specVersion) return undefined;
  node.mine(); // a state that cannot be built on must show it here, where the chain can still begin anew
  return node;
}
