import { ScaleError } from './reader.ts';

const HEX = /^0x(?:[0-9a-f]{2})*$/i;

export function toHex(bytes: Uint8Array): string {
  return `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
}

/** @throws ScaleError unless the text is 0x and whole bytes. */
export function fromHex(text: unknown): Uint8Array {
  if (typeof text !== 'string' || !HEX.test(text)) throw new ScaleError('not 0x hex');
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

/** @throws ScaleError unless the text is a 32-byte hash. */
export function asHash(value: unknown): string {
  if (typeof value !== 'string' || !/^0x[0-9a-f]{64}$/i.test(value)) throw new ScaleError('not a block hash');
  return value.toLowerCase();
}
