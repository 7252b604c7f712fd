import { type Codec, createCodec } from '@polkadot-api/substrate-bindings';

// The library's codecs wrap every input for reading on; a whole value of fixed size needs none of that. Storage is read and
// written tens of thousands of times a block.

type Write = (view: DataView, value: never) => void;
type Read = (view: DataView) => unknown;

const WHOLE: Readonly<Record<string, readonly [size: number, write: Write, read: Read]>> = {
  bool: [1, (view, value: boolean) => view.setUint8(0, value ? 1 : 0), (view) => view.getUint8(0) === 1],
  u8: [1, (view, value: number) => view.setUint8(0, value), (view) => view.getUint8(0)],
  u16: [2, (view, value: number) => view.setUint16(0, value, true), (view) => view.getUint16(0, true)],
  u32: [4, (view, value: number) => view.setUint32(0, value, true), (view) => view.getUint32(0, true)],
  u64: [8, (view, value: bigint) => view.setBigUint64(0, value, true), (view) => view.getBigUint64(0, true)],
};

/** A codec for a stored value that is all of its bytes; undefined for types that have none here. */
export function wholeValueCodec(primitive: string): Codec<unknown> | undefined {
  const known = WHOLE[primitive];
  if (known === undefined) return undefined;
  const [size, write, read] = known;
  const encode = (value: unknown): Uint8Array => {
    const bytes = new Uint8Array(size);
    write(new DataView(bytes.buffer), value as never);
    return bytes;
  };
  const decode = (bytes: unknown): unknown => {
    const { buffer, byteOffset, length } = bytes as Uint8Array;
    return read(new DataView(buffer, byteOffset, length));
  };
  return createCodec(encode, decode as never);
}
