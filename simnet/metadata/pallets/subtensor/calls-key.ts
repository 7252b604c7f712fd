import { u8, type Variant, v, vec } from '../../language/type.ts';
import { TAccountId } from '../../types/account.ts';

/** Hotkeys and identities. */
export const keyCalls: readonly Variant[] = [
  v(68, 'set_identity', {
    name: vec(u8),
    url: vec(u8),
    github_repo: vec(u8),
    image: vec(u8),
    discord: vec(u8),
    description: vec(u8),
    additional: vec(u8),
  }),
  v(91, 'try_associate_hotkey', { hotkey: TAccountId }),
];
