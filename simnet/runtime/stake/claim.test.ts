import { beforeAll, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount } from '../../scenarios/index.ts';
import { bookErrors } from '../books.ts';
import type { AccountId } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import {
  NumRootClaim,
  NumStakingColdkeys,
  RootClaimable,
  StakingColdkeys,
  StakingColdkeysByIndex,
} from '../storage/stake.ts';
import { type SeenEvent, TestChain } from '../test-kit.ts';
import { stakeOf } from './position.ts';
import { owedTo } from './root-claims.ts';

const TAO = 1_000_000_000n;

describe('root dividends', () => {
  beforeAll(initRuntime);
  /** A chain past an epoch on which //Charlie is owed. */
  const owing = (): { chain: TestChain; hotkey: AccountId; charlie: AccountId; owed: () => bigint[] } => {
    const chain = new TestChain(createRuntime(), buildGenesis('demo', 1));
    const hotkey = devAccount('Alice//hotkey').accountId;
    const charlie = chain.account('Charlie').accountId;
    chain.submit('Charlie', 'SubtensorModule', 'add_stake', { hotkey, netuid: 0, amount_staked: 500_000n * TAO });
    while (chain.blockNumber < 100) chain.block();
    const root = { hotkey, coldkey: charlie, netuid: 0 };
    const owed = () =>
      RootClaimable.get(chain.state, hotkey).map(([netuid]) =>
        owedTo(chain.state, root, netuid, stakeOf(chain.state, root)),
      );
    return { chain, hotkey, charlie, owed };
  };

  it('wait in the practice scenario until somebody claims them', () => {
    const { chain, owed } = owing();
    const before = owed();
    expect(before.every((alpha) => alpha > 0n)).toBe(true);
    for (let block = 0; block < 5; block += 1) chain.block();
    expect(owed()).toEqual(before);
  });

  it('are claimed by the chain for coldkeys it draws, as root stake or as alpha', () => {
    for (const type of ['Swap', 'Keep'] as const) {
      const { chain, hotkey, charlie, owed } = owing();
      chain.submit('Charlie', 'SubtensorModule', 'set_root_claim_type', {
        new_root_claim_type: { type, value: undefined },
      });
      const position = (netuid: number) => stakeOf(chain.state, { hotkey, coldkey: charlie, netuid });
      const before = [position(0), position(1)] as const;
      const due = owed();
      NumRootClaim.set(chain.state, 20n);
      const isClaimed = ({ name, value }: SeenEvent): boolean =>
        name === 'SubtensorModule.RootClaimed' && (value as { coldkey: AccountId }).coldkey === charlie;
      while (!chain.block().some(isClaimed)) expect(chain.blockNumber).toBeLessThan(190);
      if (type === 'Swap') {
        expect(position(0)).toBeGreaterThan(before[0]);
        expect(position(1)).toBe(before[1]);
      } else {
        expect(position(0)).toBe(before[0]);
        expect(position(1) - before[1]).toBe(due[0]);
      }
      expect(owed().every((alpha) => alpha <= 1n)).toBe(true);
      expect(bookErrors(chain.state)).toEqual([]);
    }
  });

  it('know every coldkey on root by a number, once', () => {
    const { chain, charlie } = owing();
    const count = NumStakingColdkeys.get(chain.state);
    const numbered = [...StakingColdkeysByIndex.entries(chain.state)];
    expect(BigInt(numbered.length)).toBe(count);
    for (const [[index], coldkey] of numbered) expect(StakingColdkeys.find(chain.state, coldkey)).toBe(index);
    expect(StakingColdkeys.has(chain.state, charlie)).toBe(true);
  });
});
