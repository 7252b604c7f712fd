import { api } from '../api/client.ts';
import { toAppError } from '../api/errors.ts';
import { sentenceFor } from '../copy/index.ts';
import { showToast } from '../ui/toasts.ts';

/** Locks the vault; the window follows when main says it is locked. */
export function lockNow(): void {
  api.accounts.lock().catch((error: unknown) => {
    const { title, detail } = sentenceFor(toAppError(error));
    showToast('danger', title, detail);
  });
}
