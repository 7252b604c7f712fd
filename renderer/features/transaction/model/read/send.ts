import { type Coldkey, toRao } from '../../../../../shared/units/index.ts';
import type { Read } from './reader.ts';

/** What is typed to agree to the closing of an account. */
export const CLOSE_CONSENT = 'close this account';

export const readSend: Read<'send'> = (form, problems) => {
  const common = { coldkey: form.from as Coldkey, to: problems.recipient(form.to, form.from) };
  if (form.mode === 'exact')
    return { kind: 'transfer.keepAlive', ...common, amount: toRao(problems.amount(form.amount)) };
  const close = form.mode === 'close';
  if (close && form.consent.trim().toLowerCase() !== CLOSE_CONSENT)
    problems.say('consent', `Type "${CLOSE_CONSENT}" to agree.`, true);
  return { kind: 'transfer.all', ...common, keepAlive: !close, reapConsent: close };
};
