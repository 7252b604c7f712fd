import { addressOf } from '../../../shared/domain/address.ts';
import type { AlphaRao, Netuid, Rao } from '../../../shared/units/index.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import { ScaleError, ScaleReader } from '../scale/reader.ts';

/**
 * Reader for the replies of runtimes whose APIs return Vec<u8>: the outer bytes are opened, the inner ones are laid
 * out as spec 218 wrote them (chain interface listing, last section).
 */
export class Opaque218 {
  readonly reader: ScaleReader;

  constructor(reply: Uint8Array) {
    const outer = new ScaleReader(reply);
    this.reader = new ScaleReader(outer.raw(outer.length(1)));
    outer.end();
  }

  hotkey(): Hotkey {
    return addressOf<Hotkey>(this.reader.raw(32));
  }

  coldkey(): Coldkey {
    return addressOf<Coldkey>(this.reader.raw(32));
  }

  compactU16(): number {
    return Number(this.#compactBelow(16));
  }

  netuid(): Netuid {
    return toNetuid(this.compactU16());
  }

  rao(): Rao {
    return toRao(this.#compactBelow(64));
  }

  alpha(): AlphaRao {
    return toAlphaRao(this.#compactBelow(64));
  }

  /** Walks over `count` compact integers nobody needs. */
  skipCompacts(count: number): void {
    for (let i = 0; i < count; i += 1) this.#compactBelow(64);
  }

  list<T>(minItemBytes: number, item: () => T): readonly T[] {
    return Array.from({ length: this.reader.length(minItemBytes) }, item);
  }

  #compactBelow(bits: number): bigint {
    const value = this.reader.compact();
    if (value >= 1n << BigInt(bits)) throw new ScaleError('a compact integer is too large');
    return value;
  }
}
