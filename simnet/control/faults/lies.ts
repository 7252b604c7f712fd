import { bytesOf, hexOf } from '../../runtime/hex.ts';

export type Lie = 'nonce' | 'balance' | 'fee' | 'metadata' | 'genesis' | 'properties' | 'stake';

type Tell = (method: string, params: readonly unknown[], honest: () => unknown) => unknown;

/** twox128('System') ++ twox128('Account'). */
const SYSTEM_ACCOUNT = '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9';
/** Offset of `free` in AccountInfo: nonce, consumers, providers and sufficients are u32 each. */
const FREE_AT = 16;

function patchAccount(hex: unknown, patch: (view: DataView) => void): unknown {
  if (typeof hex !== 'string') return hex;
  const bytes = bytesOf(hex);
  patch(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  return hexOf(bytes);
}

/** Applies `patch` to every System.Account value in a reply, whichever method asked. */
function patchAccounts(
  method: string,
  params: readonly unknown[],
  reply: unknown,
  patch: (view: DataView) => void,
): unknown {
  if (method === 'state_getStorage' && String(params[0]).startsWith(SYSTEM_ACCOUNT)) return patchAccount(reply, patch);
  if (method !== 'state_queryStorageAt' || !Array.isArray(reply)) return reply;
  return reply.map((set: { block: string; changes: [string, unknown][] }) => ({
    ...set,
    changes: set.changes.map(([key, value]) => [
      key,
      key.startsWith(SYSTEM_ACCOUNT) ? patchAccount(value, patch) : value,
    ]),
  }));
}

/** Renames one call in metadata bytes, same length: the bytes decode, and mean something else. */
function renameCall(hex: unknown): unknown {
  const from = Buffer.from('transfer_keep_alive').toString('hex');
  const to = Buffer.from('transfer_keep_alivf').toString('hex');
  return typeof hex === 'string' ? hex.replaceAll(from, to) : hex;
}

/** What a dishonest node tells instead. */
export const LIES: Readonly<Record<Lie, Tell>> = {
  nonce: (method, _params, honest) => (method === 'system_accountNextIndex' ? Number(honest()) + 1000 : honest()),
  balance: (method, params, honest) =>
    patchAccounts(method, params, honest(), (view) => view.setBigUint64(FREE_AT, 20_000_000_000_000_000n, true)),
  fee: (method, params, honest) => {
    const reply = honest();
    if (method !== 'state_call' || !String(params[0]).includes('query_info') || typeof reply !== 'string') {
      return method === 'state_call' && String(params[0]).includes('query_call_info') && typeof reply === 'string'
        ? zeroFee(reply)
        : reply;
    }
    return zeroFee(reply);
  },
  metadata: (method, params, honest) =>
    method === 'state_getMetadata' || (method === 'state_call' && String(params[0]).startsWith('Metadata_'))
      ? renameCall(honest())
      : honest(),
  genesis: (method, params, honest) =>
    method === 'chain_getBlockHash' && (params[0] === 0 || params[0] === '0x0') ? `0x${'66'.repeat(32)}` : honest(),
  properties: (method, _params, honest) =>
    method === 'system_properties' ? { ss58Format: 0, tokenDecimals: 18, tokenSymbol: 'ETH' } : honest(),
  stake: (method, params, honest) =>
    method === 'state_call' && String(params[0]).startsWith('StakeInfoRuntimeApi') ? '0x00' : honest(),
};

/** RuntimeDispatchInfo ends in a u64 fee. */
function zeroFee(hex: string): string {
  return `${hex.slice(0, -16)}${'00'.repeat(8)}`;
}
