import { cleanText } from '../../../lib/hostile-text.ts';

/** An address the person has reason to know, and under which name. */
export interface KnownAddress {
  readonly address: string;
  readonly role: 'own_account' | 'past_recipient' | 'validator';
  /** Label or name; may come from the chain. */
  readonly name: string | undefined;
}

export type RecipientFinding =
  | { readonly kind: 'own_account'; readonly name: string | undefined }
  | { readonly kind: 'validator'; readonly name: string | undefined }
  | { readonly kind: 'first_time' }
  /** Begins and ends like an address the person knows, but is another one: a hard stop. */
  | { readonly kind: 'lookalike'; readonly known: KnownAddress };

/** Characters compared at each end: what people look at, and what poisoners can afford to generate. */
const LOOKALIKE_CHARS = 4;

/** True for two different addresses that begin and end the same. */
export function looksAlike(a: string, b: string): boolean {
  return (
    a !== b &&
    a.slice(0, LOOKALIKE_CHARS) === b.slice(0, LOOKALIKE_CHARS) &&
    a.slice(-LOOKALIKE_CHARS) === b.slice(-LOOKALIKE_CHARS)
  );
}

/**
 * What is known about a recipient, the weightiest first. An address that is itself an own account or was paid before
 * is never called a look-alike; a validator's key is no such proof, because anybody may register one.
 */
export function checkRecipient(recipient: string, known: readonly KnownAddress[]): readonly RecipientFinding[] {
  const same = known.filter(({ address }) => address === recipient);
  const own = same.find(({ role }) => role === 'own_account');
  if (own !== undefined) return [{ kind: 'own_account', name: own.name }];
  const paidBefore = same.some(({ role }) => role === 'past_recipient');
  const twin = paidBefore ? undefined : known.find(({ address }) => looksAlike(address, recipient));
  const validator = same.find(({ role }) => role === 'validator');
  return [
    ...(twin === undefined ? [] : [{ kind: 'lookalike', known: twin } as const]),
    ...(validator === undefined ? [] : [{ kind: 'validator', name: validator.name } as const]),
    ...(paidBefore || twin !== undefined ? [] : [{ kind: 'first_time' } as const]),
  ];
}

/** True where going on must not be possible. */
export function isHardStop(findings: readonly RecipientFinding[]): boolean {
  return findings.some(({ kind }) => kind === 'lookalike');
}

/** How the known address is called in a sentence. */
export function knownName({ role, name }: KnownAddress): string {
  const clean = name === undefined ? '' : cleanText(name).text;
  const roles = {
    own_account: 'your account',
    past_recipient: 'an address you paid before',
    validator: 'the validator',
  };
  return clean === '' ? roles[role] : `${roles[role]} ${clean}`;
}
