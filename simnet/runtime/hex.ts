/** Bytes as `0x` and lower-case hex digits. */
export type Hex = `0x${string}`;

/** A 32-byte public key in hex: the runtime's own name of an account, never shown to people. */
export type AccountId = Hex;

/** Hex without `0x`, as storage keys are written. */
export function bareHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

export function hexOf(bytes: Uint8Array): Hex {
  return `0x${bareHex(bytes)}`;
}

/** Bytes of hex, with or without `0x`. */
export function bytesOf(hex: string): Uint8Array {
  // A copy: Node's small buffers share memory, and decoders read from the start of it.
  return new Uint8Array(Buffer.from(hex.startsWith('0x') ? hex.slice(2) : hex, 'hex'));
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
