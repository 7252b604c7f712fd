import { bare, enumeration, u8, type Variant, v } from '../language/type.ts';

// A mortal era is two bytes; metadata shows the first as the variant, the second as its field.
const mortal: readonly Variant[] = Array.from({ length: 255 }, (_, at) => v(at + 1, `Mortal${at + 1}`, [bare(u8)]));

export const Era = enumeration('sp_runtime::generic::era::Era', [v(0, 'Immortal'), ...mortal]);
