import { EXISTENTIAL_DEPOSIT } from './balances/constants.ts';
import { alphaInBaskets, basketErrors } from './baskets/books.ts';
import type { StateReader } from './port.ts';
import { subnetAccount } from './stake/accounts.ts';
import { netuids } from './stake/subnets.ts';
import { TotalHotkeyAlpha, TotalIssuance, TotalStake } from './storage/stake.ts';
import { SubnetAlphaOut, SubnetTAO } from './storage/subnet.ts';
import { Account, BalancesIssuance } from './storage/system.ts';

/** Where the chain's books do not balance, in words; empty when they do. For tests. */
export function bookErrors(state: StateReader): string[] {
  const errors: string[] = [];
  const check = (what: string, left: bigint, right: bigint): void => {
    if (left !== right) errors.push(`${what}: ${left} is not ${right}`);
  };
  const accounts = [...Account.entries(state)].reduce((sum, [, { data }]) => sum + data.free + data.reserved, 0n);
  check('issuance and accounts', BalancesIssuance.get(state), accounts);
  check('issuance of the two pallets', TotalIssuance.get(state), BalancesIssuance.get(state));
  const held = new Map<number, bigint>();
  for (const [[, netuid], alpha] of TotalHotkeyAlpha.entries(state)) held.set(netuid, (held.get(netuid) ?? 0n) + alpha);
  const inBaskets = alphaInBaskets(state);
  errors.push(...basketErrors(state));
  const all = netuids(state);
  for (const netuid of all) {
    check(
      `pool account ${netuid}`,
      Account.get(state, subnetAccount(netuid)).data.free,
      SubnetTAO.get(state, netuid) + EXISTENTIAL_DEPOSIT,
    );
    // Alpha in pots and claimable alpha is outside the pool but nobody's stake yet.
    if ((held.get(netuid) ?? 0n) + (inBaskets.get(netuid) ?? 0n) > SubnetAlphaOut.get(state, netuid))
      errors.push(`alpha out of ${netuid} is less than what is staked and in baskets`);
  }
  check(
    'total stake',
    TotalStake.get(state),
    all.reduce((sum, netuid) => sum + SubnetTAO.get(state, netuid), 0n),
  );
  return errors;
}
