import { AppError } from '../../../shared/errors/index.ts';
import type { BlockRef } from '../port.ts';
import { asHash } from '../scale/hex.ts';
import { parseHeader } from '../watch/header.ts';

/** Storage key of the runtime code, the text ":code". */
const CODE_KEY = '0x3a636f6465';

export interface RuntimeVersion {
  readonly specName: string;
  readonly specVersion: number;
  readonly transactionVersion: number;
}

export interface Handshake {
  readonly genesisHash: string;
  readonly chainName: string;
  readonly version: RuntimeVersion;
  /** Hash of the runtime code; absent where the node does not tell it. */
  readonly codeHash?: string;
  readonly best: BlockRef;
}

export type RawCall = (method: string, params: readonly unknown[], large?: boolean) => Promise<unknown>;

/**
 * The first wave on every connection. `checkGenesis` runs before any other answer is looked at, and nothing about the
 * person's accounts is asked before it has passed.
 * @throws AppError chain.wrong_genesis, chain.reply_malformed and what a call throws
 */
export async function shakeHands(call: RawCall, checkGenesis: (hash: string) => void): Promise<Handshake> {
  const genesis = call('chain_getBlockHash', [0]);
  const rest = Promise.all([
    call('state_getRuntimeVersion', []),
    call('system_chain', []),
    call('chain_getHeader', []),
    getCodeHash(call),
  ]);
  rest.catch(() => undefined); // its failure is met below, after the genesis check
  const genesisHash = await translate(genesis, asHash);
  checkGenesis(genesisHash);
  const [version, chainName, header, codeHash] = await rest;
  return {
    genesisHash,
    chainName: typeof chainName === 'string' ? chainName.slice(0, 64) : '',
    version: parseRuntimeVersion(version),
    best: await translate(Promise.resolve(header), parseHeader),
    ...(codeHash === undefined ? {} : { codeHash }),
  };
}

/** Names the runtime code for the metadata cache. Some nodes do not offer the method: then it stays unknown. */
export async function getCodeHash(call: RawCall, blockHash?: string): Promise<string | undefined> {
  try {
    return asHash(await call('state_getStorageHash', blockHash === undefined ? [CODE_KEY] : [CODE_KEY, blockHash]));
  } catch (error) {
    if (AppError.find(error) === undefined || AppError.find(error)?.code === 'chain.rpc_failed') return undefined;
    throw error;
  }
}

/** @throws AppError chain.reply_malformed */
export function parseRuntimeVersion(value: unknown): RuntimeVersion {
  if (typeof value === 'object' && value !== null) {
    const { specName, specVersion, transactionVersion } = value as Readonly<Record<string, unknown>>;
    if (typeof specName === 'string' && specName.length <= 64 && isU32(specVersion) && isU32(transactionVersion)) {
      return { specName, specVersion, transactionVersion };
    }
  }
  throw new AppError('chain.reply_malformed', { what: 'runtime version' });
}

function isU32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32;
}

async function translate<T>(reply: Promise<unknown>, parse: (value: unknown) => T): Promise<T> {
  const value = await reply;
  try {
    return parse(value);
  } catch (cause) {
    throw new AppError('chain.reply_malformed', {}, { cause });
  }
}
