import { wordFact } from '../facts.ts';
import type { SentencesFor } from './table.ts';

export const diskSentences: SentencesFor<'disk'> = {
  'disk.full': () => ({
    title: 'The disk is full.',
    detail: 'Nothing was signed or overwritten; what was saved before is whole. Free some space and try again.',
  }),
  'disk.read_only': () => ({
    title: 'Soma may not write to its data folder.',
    detail: 'Nothing was signed or overwritten. Check the permissions of the folder named in Settings.',
  }),
  'disk.failed': ({ reason }) => ({
    title: 'Soma could not use its data folder.',
    detail:
      reason === 'unsafe_file' || reason === 'unsafe_folder'
        ? 'Others on this computer could read it, so it was not opened. Make the folder private to you and start again.'
        : 'Nothing was signed and the file from before is whole. Check the disk, then try again.',
  }),
};

export const storeSentences: SentencesFor<'store'> = {
  'store.damaged': () => ({
    title: 'The journal on this computer cannot be read.',
    detail: 'It was set aside, not deleted; keys and funds are not in it. Soma goes on with an empty journal.',
  }),
  'store.from_future': () => ({
    title: 'A newer version of Soma wrote this data folder.',
    detail: 'It was left untouched. Open it with that version or a later one.',
  }),
};

export const instanceSentences: SentencesFor<'instance'> = {
  'instance.already_running': () => ({
    title: 'Soma is already open.',
    detail: 'Two at once could sign twice, so this one stops here. Use the other window or close it first.',
  }),
};

export const intentSentences: SentencesFor<'intent'> = {
  'intent.amount_invalid': () => ({
    title: 'This amount cannot be read.',
    detail: 'Nothing was signed. Use digits and at most one dot with nine decimals, like 12.5.',
  }),
  'intent.amount_zero': () => ({
    title: 'The amount is zero.',
    detail: 'Nothing was signed. Type how much it should be.',
  }),
  'intent.address_invalid': () => ({
    title: 'This is not an account address.',
    detail:
      'Nothing was signed. An address has 48 characters, begins with 5 and carries a checksum: copy it again from its source.',
  }),
  'intent.address_prefix': () => ({
    title: 'This address belongs to a different network.',
    detail: 'Nothing was signed. Bittensor addresses begin with 5: ask the recipient for that one.',
  }),
  'intent.self_transfer': () => ({
    title: 'Sender and recipient are the same account.',
    detail: 'Nothing was signed; it would only cost the fee. Choose another recipient.',
  }),
};

export const apiSentences: SentencesFor<'api'> = {
  'api.bad_input': (facts) => {
    const reason = wordFact(facts, 'reason');
    if (reason === 'too_many_accounts')
      return {
        title: 'There is no room for another account.',
        detail: 'Nothing was changed. Remove one you no longer use.',
      };
    return {
      title: 'Soma did not accept what was entered.',
      detail: 'Nothing was signed or changed. Check the fields and try again.',
    };
  },
  'api.too_many_requests': () => ({
    title: 'That was too much at once.',
    detail: 'Nothing was changed by the last request. Wait a moment and try again.',
  }),
  'api.not_found': () => ({
    title: 'What you asked for is no longer there.',
    detail: 'Nothing was changed. Go back and open it again.',
  }),
  'api.unauthorized': () => ({
    title: 'This window is no longer connected to Soma.',
    detail: 'Nothing was signed from here. Close it and open Soma again.',
  }),
};
