import type { Coldkey } from '../../shared/units/index.ts';
import { type Scenario, type Simnet, startSimnet } from '../../simnet/index.ts';

/** //Alice of the development phrase: in `demo` she has TAO, a validator and stake. */
export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Coldkey;

/** //Ferdie of the development phrase: on `mainnet` the account with 500 positions. */
export const FERDIE = '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL' as Coldkey;

/** Runs `work` beside a practice network that makes blocks as a real one does, unless another is wished for; `manual` makes none. */
export async function withNetwork<T>(
  work: (network: Simnet) => Promise<T>,
  wish: { readonly scenario?: Scenario; readonly blockTimeMs?: number; readonly manual?: boolean } = {},
): Promise<T> {
  const { scenario = 'demo', blockTimeMs = 12_000, manual = false } = wish;
  const network = await startSimnet({ scenario, seed: 7, ...(manual ? { manual } : { blockTimeMs }) });
  try {
    network.control.mine(3);
    return await work(network);
  } finally {
    await network.stop();
  }
}
