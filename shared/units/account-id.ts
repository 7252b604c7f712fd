import type { Branded } from './brand.ts';

/** SS58 address, prefix 42, canonical text, of a key that owns funds. */
export type Coldkey = Branded<string, 'Coldkey'>;
/** SS58 address, prefix 42, canonical text, of a key that acts for a neuron or validator. */
export type Hotkey = Branded<string, 'Hotkey'>;
/** Any account's SS58 address, prefix 42. */
export type Address = Coldkey | Hotkey | Branded<string, 'Address'>;
