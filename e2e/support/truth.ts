import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

/** One (hotkey, netuid) position as the chain's own API tells it. */
export interface TruePosition {
  readonly hotkey: string;
  readonly netuid: number;
  readonly alpha: bigint;
}

/** The chain asked by a client that is not ours. */
export interface Truth {
  free(address: string): Promise<bigint>;
  nonce(address: string): Promise<number>;
  positions(address: string): Promise<TruePosition[]>;
  /** Hotkey of a validator that may set weights on the subnet; on root, of any. */
  validatorOn(netuid: number): Promise<string | undefined>;
  /** Every such hotkey, in the chain's order. */
  validatorsOn(netuid: number): Promise<string[]>;
  /** The take of a delegate, u16. */
  take(hotkey: string): Promise<number>;
  /** The claim type of a coldkey, by the chain's name. */
  claimType(coldkey: string): Promise<string>;
  autoStake(coldkey: string, netuid: number): Promise<string>;
  /** Rao a claim on the validator's root basket would pay, where the runtime has baskets. */
  basketPayout(hotkey: string, coldkey: string): Promise<bigint>;
  /** Rao that all baskets of the account would pay. */
  basketsOwed(coldkey: string): Promise<bigint>;
  /** Rao per alpha in the subnet's pool. */
  price(netuid: number): Promise<bigint>;
  /** Somebody else stakes, without any limit; resolves once it is in a block. `uri` names a development account. */
  stakeAs(uri: string, hotkey: string, netuid: number, rao: bigint): Promise<void>;
  /** The owner of a delegate raises its take (u16); resolves once it is in a block. */
  raiseTakeAs(uri: string, hotkey: string, take: number): Promise<void>;
  /** Somebody else sends all but the existential deposit; resolves once it is in a block. `uri` as above. */
  sendAllAs(uri: string, to: string): Promise<void>;
  close(): Promise<void>;
}

interface AccountInfo {
  readonly nonce: { toNumber(): number };
  readonly data: { readonly free: { toBigInt(): bigint } };
}

interface StakeInfo {
  readonly hotkey: { toString(): string };
  readonly netuid: { toNumber(): number };
  readonly stake: { toBigInt(): bigint };
}

interface DelegateInfo {
  readonly delegateSs58: { toString(): string };
  readonly validatorPermits: readonly { toNumber(): number }[];
}

export async function askChain(url: string): Promise<Truth> {
  // WsProvider's own declaration is looser than its interface under exactOptionalPropertyTypes.
  const provider = new WsProvider(url) as unknown as NonNullable<
    ConstructorParameters<typeof ApiPromise>[0]
  >['provider'] &
    object;
  const api = await ApiPromise.create({ provider, noInitWarn: true });
  const account = async (address: string): Promise<AccountInfo> =>
    (await api.query['system']?.['account']?.(address)) as unknown as AccountInfo;
  const validatorsOn = async (netuid: number): Promise<string[]> => {
    const all = (await api.call['delegateInfoRuntimeApi']?.['getDelegates']?.()) as unknown as DelegateInfo[];
    return [...all]
      .filter(
        ({ validatorPermits }) => netuid === 0 || [...validatorPermits].some((permit) => permit.toNumber() === netuid),
      )
      .map(({ delegateSs58 }) => delegateSs58.toString());
  };
  return {
    free: async (address) => (await account(address)).data.free.toBigInt(),
    nonce: async (address) => (await account(address)).nonce.toNumber(),
    positions: async (address) => {
      const rows = (await api.call['stakeInfoRuntimeApi']?.['getStakeInfoForColdkey']?.(
        address,
      )) as unknown as StakeInfo[];
      return [...rows]
        .map(({ hotkey, netuid, stake }) => ({
          hotkey: hotkey.toString(),
          netuid: netuid.toNumber(),
          alpha: stake.toBigInt(),
        }))
        .filter(({ alpha }) => alpha > 0n);
    },
    validatorOn: async (netuid) => (await validatorsOn(netuid))[0],
    validatorsOn,
    take: async (hotkey) => {
      const take = await api.query['subtensorModule']?.['delegates']?.(hotkey);
      return (take as unknown as { toNumber(): number }).toNumber();
    },
    claimType: async (coldkey) => String(await api.query['subtensorModule']?.['rootClaimType']?.(coldkey)),
    autoStake: async (coldkey, netuid) =>
      String(await api.query['subtensorModule']?.['autoStakeDestination']?.(coldkey, netuid)),
    basketPayout: async (hotkey, coldkey) => {
      const payout = await api.call['betaBasketRuntimeApi']?.['getBasketPayout']?.(hotkey, coldkey);
      return (payout as unknown as { toBigInt(): bigint }).toBigInt();
    },
    basketsOwed: async (coldkey) => {
      const owed = await api.call['betaBasketRuntimeApi']?.['getRootBasketOwed']?.(coldkey);
      return (owed as unknown as { toBigInt(): bigint }).toBigInt();
    },
    price: async (netuid) => {
      const price = await api.call['swapRuntimeApi']?.['currentAlphaPrice']?.(netuid);
      return (price as unknown as { toBigInt(): bigint }).toBigInt();
    },
    stakeAs: (uri, hotkey, netuid, rao) => sendAs(uri, api.tx['subtensorModule']?.['addStake']?.(hotkey, netuid, rao)),
    raiseTakeAs: (uri, hotkey, take) => sendAs(uri, api.tx['subtensorModule']?.['increaseTake']?.(hotkey, take)),
    sendAllAs: (uri, to) => sendAs(uri, api.tx['balances']?.['transferAll']?.(to, true)),
    close: () => api.disconnect(),
  };
}

type Extrinsic = ReturnType<ApiPromise['tx']>;

/** Signs as a development account and resolves once it is in a block and succeeded. */
function sendAs(uri: string, call: Extrinsic | undefined): Promise<void> {
  const signer = new Keyring({ type: 'sr25519' }).addFromUri(uri);
  return new Promise<void>((done, failed) => {
    call
      ?.signAndSend(signer, ({ status, dispatchError }) => {
        if (dispatchError !== undefined) failed(new Error(`${uri} failed: ${dispatchError.toString()}`));
        else if (status.isInBlock) done();
      })
      .catch(failed);
  });
}
