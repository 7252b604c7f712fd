import { metadata } from '@polkadot-api/substrate-bindings';
import { toHex } from '../scale/hex.ts';
import { u64Bytes } from '../scale/writer.ts';
import { readSnapshot } from './snapshots.ts';

/**
 * Metadata of a release with root baskets, which no snapshot has: that of 424 with the calls and the runtime API of the
 * chain guide (3.7) put in. `payoutInputs` names the arguments of get_basket_payout, in order; `heldBlocks` is what the
 * storage of the hold on root stake holds where nothing is stored (without it there is no such storage).
 */
export function basketMetadata(
  payoutInputs: readonly string[] = ['hotkey', 'coldkey'],
  heldBlocks?: bigint,
): Uint8Array {
  const decoded = metadata.dec(readSnapshot(424));
  if (decoded.metadata.tag !== 'v16') throw new Error('the snapshot of 424 is not V16');
  const { value } = decoded.metadata;
  const pallet = value.pallets.find(({ name }) => name === 'SubtensorModule');
  const calls = value.lookup.find(({ id }) => id === pallet?.calls?.type)?.def;
  const swap = value.apis.find(({ name }) => name === 'SwapRuntimeApi');
  const price = swap?.methods.find(({ name }) => name === 'current_alpha_price');
  const add = calls?.tag === 'variant' ? calls.value.find(({ name }) => name === 'add_stake') : undefined;
  if (calls?.tag !== 'variant' || swap === undefined || price === undefined || add === undefined) {
    throw new Error('the snapshot lacks what the patch is made from');
  }
  const [hotkey, , amount] = add.fields;
  if (hotkey === undefined || amount === undefined) throw new Error('add_stake has other fields');
  calls.value.push(
    { ...add, name: 'stake_into_basket', index: 147, fields: [hotkey, amount] },
    { ...add, name: 'claim_root_with_hotkey', index: 148, fields: [hotkey] },
  );
  const inputs = payoutInputs.map((name) => ({ name, type: hotkey.type }));
  value.apis.push({
    ...swap,
    name: 'BetaBasketRuntimeApi',
    methods: [{ ...price, name: 'get_basket_payout', inputs }],
  });
  if (heldBlocks !== undefined) {
    const like = pallet?.storage?.items.find(({ name }) => name === 'NominatorMinRequiredStake');
    if (like === undefined) throw new Error('the snapshot lacks what the hold is made from');
    pallet?.storage?.items.push({ ...like, name: 'RootStakeUnlockInterval', fallback: toHex(u64Bytes(heldBlocks)) });
  }
  return metadata.enc(decoded);
}
