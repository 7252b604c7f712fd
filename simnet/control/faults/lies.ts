import { bytesOf, hexOf } from '../../runtime/hex.ts';

export type Lie = 'nonce' | 'balance' | 'fee' | 'metadata' | 'genesis' | 'properties' | 'stake';

/** What was asked, as a liar looks at it. */
interface Asked {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** Turns an honest answer into another; answers it does not care about pass through. */
type Tell = (asked: Asked, honest: unknown) => unknown;

/** twox128('System') ++ twox128('Account'). */
const SYSTEM_ACCOUNT = '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9';
/** Offset of `free` in AccountInfo: nonce, consumers, providers and sufficients are u32 each. */
const FREE_AT = 16;
/** 20 million TAO in rao. */
const INVENTED_RAO = 20_000_000_000_000_000n;
/** How far ahead the invented nonce is. */
const NONCE_LEAP = 1000;

const asksRuntime = ({ method, params }: Asked, api: RegExp): boolean =>
  method === 'state_call' && api.test(String(params[0]));

function patchHex(hex: unknown, patch: (view: DataView) => void): unknown {
  if (typeof hex !== 'string') return hex;
  const bytes = bytesOf(hex);
  patch(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  return hexOf(bytes);
}

type ChangeSet = { readonly changes: readonly (readonly [string, unknown])[] };

/** Applies `patch` to every System.Account value in a reply or notification, whichever method asked. */
function patchAccounts({ method, params }: Asked, reply: unknown, patch: (view: DataView) => void): unknown {
  const inSet = (set: ChangeSet): ChangeSet => ({
    ...set,
    changes: set.changes.map(([key, value]) => [key, key.startsWith(SYSTEM_ACCOUNT) ? patchHex(value, patch) : value]),
  });
  if (method === 'state_storage') return inSet(reply as ChangeSet);
  if (method === 'state_queryStorageAt') return (reply as ChangeSet[]).map(inSet);
  if (method.startsWith('state_getStorage') && String(params[0]).startsWith(SYSTEM_ACCOUNT))
    return patchHex(reply, patch);
  return reply;
}

/**
 * Exchanges the names of two calls that take the same arguments, wherever metadata is told. All of it still decodes,
 * but a call built by name means the other one; only the metadata hash gives it away.
 */
function exchangeCalls(hex: unknown): unknown {
  if (typeof hex !== 'string') return hex;
  const [a, b] = ['increase_take', 'decrease_take'].map((name) => Buffer.from(name).toString('hex'));
  if (a === undefined || b === undefined) return hex;
  return hex.replaceAll(a, '#').replaceAll(b, a).replaceAll('#', b);
}

/** RuntimeDispatchInfo ends in a u64 fee. */
const zeroFee = (hex: unknown): unknown => patchHex(hex, (view) => view.setBigUint64(view.byteLength - 8, 0n, true));

/** What a dishonest node tells instead. */
export const LIES: Readonly<Record<Lie, Tell>> = {
  nonce: (asked, honest) => {
    if (/^(?:system_accountNextIndex|account_nextIndex)$/u.test(asked.method)) return Number(honest) + NONCE_LEAP;
    const leap = (view: DataView): void => view.setUint32(0, view.getUint32(0, true) + NONCE_LEAP, true);
    if (asksRuntime(asked, /^AccountNonceApi_/u)) return patchHex(honest, leap);
    return patchAccounts(asked, honest, leap);
  },
  balance: (asked, honest) => patchAccounts(asked, honest, (view) => view.setBigUint64(FREE_AT, INVENTED_RAO, true)),
  fee: (asked, honest) => {
    if (asked.method === 'payment_queryInfo') return { ...(honest as object), partialFee: '0' };
    return asksRuntime(asked, /_query_(?:call_)?info$/u) ? zeroFee(honest) : honest;
  },
  metadata: (asked, honest) =>
    asked.method === 'state_getMetadata' || asksRuntime(asked, /^Metadata_/u) ? exchangeCalls(honest) : honest,
  genesis: ({ method, params }, honest) => {
    const asksGenesis = method === 'chain_getBlockHash' && [0, '0', '0x0', '0x00'].includes(params[0] as string);
    return asksGenesis || method === 'chainSpec_v1_genesisHash' ? `0x${'66'.repeat(32)}` : honest;
  },
  properties: ({ method }, honest) =>
    method === 'system_properties' || method === 'chainSpec_v1_properties'
      ? { ss58Format: 0, tokenDecimals: 18, tokenSymbol: 'ETH' }
      : honest,
  stake: (asked, honest) => (asksRuntime(asked, /^StakeInfoRuntimeApi_/u) ? '0x00' : honest),
};
