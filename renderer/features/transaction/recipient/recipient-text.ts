import { NETWORKS, type NetworkId } from '../../../../shared/constants/networks.ts';
import { parseAddress } from '../../../../shared/domain/address.ts';
import type { Coldkey } from '../../../../shared/units/index.ts';

type RecipientProblem = 'empty' | 'blank' | 'hex' | 'wrong_prefix' | 'other_chain' | 'not_an_address';

const SENTENCES: Readonly<Record<RecipientProblem, string>> = {
  empty: 'Type or paste the address of the recipient.',
  blank: 'There is a blank or an invisible character in it. Copy the address alone.',
  hex: 'This is a public key in hexadecimal. Use the address that begins with 5.',
  wrong_prefix: 'This address belongs to a different network. Bittensor addresses begin with 5.',
  other_chain: 'This link names a different chain than the one you are connected to.',
  not_an_address: 'This is not an address: a character is missing, added or wrong. Copy it again from its source.',
};

export type RecipientReading =
  | { readonly ok: true; readonly address: Coldkey }
  | { readonly ok: false; readonly problem: RecipientProblem; readonly sentence: string };

const HEX = /^0x[0-9a-f]*$/iu;
const BLANK = /[\s\p{C}]/u;
/** substrate:ADDRESS or substrate:ADDRESS:GENESIS, optionally followed by a name nobody here trusts. */
const URI = /^substrate:([1-9A-HJ-NP-Za-km-z]+)(?::(0x[0-9a-f]{64})(?::.{0,128})?)?$/u;

const refuse = (problem: RecipientProblem): RecipientReading => ({
  ok: false,
  problem,
  sentence: SENTENCES[problem],
});

/** False when the link's genesis is known to be of another network than `network`. */
function fitsNetwork(genesis: string, network: NetworkId): boolean {
  const pinned = NETWORKS[network].genesisHash;
  if (pinned !== undefined) return genesis === pinned;
  return Object.values(NETWORKS).every((preset) => preset.genesisHash !== genesis);
}

/** Reads a recipient: exactly one prefix-42 address, or a `substrate:` link to one. Nothing is trimmed or repaired. */
export function readRecipient(text: string, network: NetworkId): RecipientReading {
  if (text === '') return refuse('empty');
  const link = URI.exec(text);
  if (link === null) {
    if (BLANK.test(text)) return refuse('blank');
    if (HEX.test(text)) return refuse('hex');
  }
  const [, linked, genesis] = link ?? [];
  if (genesis !== undefined && !fitsNetwork(genesis, network)) return refuse('other_chain');
  const parsed = parseAddress(linked ?? text);
  if (parsed.ok) return { ok: true, address: parsed.address as Coldkey };
  return refuse(parsed.problem === 'wrong_prefix' ? 'wrong_prefix' : 'not_an_address');
}
