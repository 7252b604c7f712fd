import { clause, numberFact, waitText, wordFact } from '../facts.ts';
import type { SentencesFor } from './table.ts';

const JSON_PROBLEMS: Readonly<Record<string, string>> = {
  not_json: 'It is not JSON text at all.',
  too_large: 'It is far larger than any account file.',
  shape: 'It lacks the fields every account export has.',
  encoded: 'Its encoded part is not readable.',
  length: 'Its encoded part is cut short.',
  body: 'What it holds is not a key.',
};

const jsonProblem = (reason: string | undefined): string =>
  (reason === undefined ? undefined : JSON_PROBLEMS[reason]) ?? 'It may be damaged or come from another program.';

export const vaultSentences: SentencesFor<'vault'> = {
  'vault.wrong_password': ({ waitMs }) => ({
    title: 'That is not the password.',
    detail: `Nothing was changed. Check Caps Lock and the keyboard layout${
      typeof waitMs === 'number' && waitMs > 0 ? `, wait ${waitText(waitMs)},` : ''
    } and type it again.`,
  }),
  'vault.locked': () => ({
    title: 'Soma is locked.',
    detail: 'Nothing was signed and nothing is lost. Unlock with your password and go on.',
  }),
  'vault.missing': ({ reason }) =>
    reason === 'no_previous'
      ? {
          title: 'There is no earlier copy of the key file.',
          detail: 'Nothing was changed. Restore the account from its words or from an export.',
        }
      : {
          title: 'There are no keys here yet.',
          detail: 'Nothing was changed. Create an account or import one first.',
        },
  'vault.exists': () => ({
    title: 'This computer already has a Soma key file.',
    detail: 'It was left as it is. Unlock it and add the account there.',
  }),
  'vault.damaged': ({ previousAvailable }) => ({
    title: 'The key file cannot be read.',
    detail:
      previousAvailable === true
        ? 'It was left untouched, and the generation saved before it is whole. Restore that one, then check that every account is there.'
        : 'It was left untouched. Your funds are on the chain, not in this file: restore the accounts from their words or exports.',
  }),
  'vault.from_future': () => ({
    title: 'A newer version of Soma wrote the key file.',
    detail: 'It was left untouched and nothing is lost. Open it with that version or a later one.',
  }),
  'vault.busy': ({ reason }) => ({
    title: 'Another program is using the key file.',
    detail:
      reason === 'changed_on_disk'
        ? 'The file changed while Soma was open, so nothing was written over it. Close Soma everywhere and start it again.'
        : 'Nothing was changed. Close the other Soma window, then try again.',
  }),
  'vault.password_too_weak': (facts) => ({
    title: 'This password is too easy to guess.',
    detail: `Nothing was saved. Use ${clause(
      numberFact(facts, 'minimum'),
      (minimum) => `at least ${minimum} characters`,
      'a longer one',
    )}; four unrelated words are good.`,
  }),
  'vault.backing_off': (facts) => ({
    title: 'Too many wrong passwords in a row.',
    detail: `Nothing was changed. Wait ${waitText(numberFact(facts, 'waitMs'))}, then try again.`,
  }),
};

export const keySentences: SentencesFor<'keys'> = {
  'keys.mnemonic_words': (facts) => {
    const position = numberFact(facts, 'position');
    const count = numberFact(facts, 'count');
    if (position !== undefined)
      return {
        title: `Word ${position} is not one of the 2048 recovery words.`,
        detail: 'Nothing was saved. Check its spelling against your paper.',
      };
    return {
      title: 'These are not recovery words.',
      detail: `Nothing was saved. ${clause(count, (words) => `You typed ${words} words; `)}Soma takes 12, 15, 18, 21 or 24 English words in the order you wrote them down.`,
    };
  },
  'keys.mnemonic_checksum': () => ({
    title: 'These words do not belong together.',
    detail: 'Nothing was saved. One word is wrong or two are swapped: compare them with your paper.',
  }),
  'keys.words_mismatch': () => ({
    title: 'That is not what was shown.',
    detail: 'Nothing was saved yet. Look at your paper again and type the words that were asked for.',
  }),
  'keys.seed_invalid': () => ({
    title: 'This is not a raw seed.',
    detail: 'Nothing was saved. A seed is 64 hexadecimal digits, with or without 0x in front.',
  }),
  'keys.json_invalid': (facts) => ({
    title: 'This is not an account export Soma can read.',
    detail: `Nothing was saved. ${jsonProblem(wordFact(facts, 'reason'))} Export it again and retry.`,
  }),
  'keys.json_wrong_password': () => ({
    title: 'The file does not open with that password.',
    detail:
      'Nothing was saved. Use the password chosen when the file was exported; it may differ from the one for Soma.',
  }),
  'keys.json_unsupported': (facts) => ({
    title: 'This kind of account file is not supported.',
    detail: `Nothing was saved. ${clause(wordFact(facts, 'reason'), (reason) => `The file says: ${reason}. `)}Export a single sr25519 or ed25519 account with a password.`,
  }),
  'keys.json_address_mismatch': () => ({
    title: 'The address written in this file is not the address of its key.',
    detail: 'Nothing was saved. Somebody may have altered the file: do not use it, get a fresh export.',
  }),
  'keys.account_exists': (facts) => ({
    title: 'You already have this account.',
    detail: `Nothing was changed. ${clause(wordFact(facts, 'label'), (label) => `It is in your list as "${label}".`, 'Look for it in your list of accounts.')}`,
  }),
  'keys.account_missing': ({ reason }) => {
    if (reason === 'no_words')
      return {
        title: 'No recovery words are kept for this account.',
        detail: 'It came from a seed or a file. Nothing is lost: export it as JSON instead.',
      };
    if (reason === 'not_begun')
      return {
        title: 'This new account is no longer waiting to be confirmed.',
        detail: 'Nothing was saved. Start again with new words.',
      };
    return {
      title: 'This account is not in the key file.',
      detail: 'Nothing was signed. It may have been removed: look at Accounts.',
    };
  },
  'keys.label_invalid': () => ({
    title: 'This name cannot be used.',
    detail: 'Nothing was changed. Use 1 to 64 visible characters.',
  }),
  'keys.worker_down': () => ({
    title: 'The part of Soma that holds the keys stopped.',
    detail: 'It took the unlocked keys with it; the key file is safe. Unlock again; if this repeats, restart Soma.',
  }),
};
