import { type KeyboardEvent, useRef, useState } from 'react';
import type { Review } from '../../../../shared/contract/index.ts';
import type { AppErrorShape } from '../../../../shared/errors/index.ts';
import { sentenceFor } from '../../../copy/index.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { approve, dispatch } from '../actions.ts';
import { isApprovable } from '../model/flow.ts';

export interface ApproveFormProps {
  readonly review: Review;
  readonly nowMs: number;
  readonly busy: boolean;
  readonly problem: AppErrorShape | undefined;
}

/** Step 4: the password, and a button that has to be pressed. Enter does nothing here. */
export function ApproveForm({ review, nowMs, busy, problem }: ApproveFormProps) {
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const waitMs = review.approvableAtMs - nowMs;
  const expired = nowMs >= review.expiresAtMs;
  const wrongPassword = problem?.code === 'vault.wrong_password';
  const press = async (): Promise<void> => {
    await approve(password);
    setPassword('');
    field.current?.focus();
  };
  if (expired)
    return (
      <Banner
        tone="attention"
        announce="alert"
        title="This review has expired."
        actions={<Button onClick={() => dispatch({ on: 'back' })}>Start a fresh review</Button>}
      >
        Nothing was signed. What you typed is kept.
      </Banner>
    );
  return (
    <section aria-label="Approve" className="flex flex-col gap-4 border-t border-line pt-5">
      {problem === undefined || wrongPassword ? null : (
        <Banner tone="danger" title={sentenceFor(problem).title} announce="alert">
          {sentenceFor(problem).detail}
        </Banner>
      )}
      <PasswordField
        ref={field}
        label="Password"
        value={password}
        disabled={busy}
        error={wrongPassword ? passwordSentence(problem) : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
        onKeyDown={keepEnterOut}
      />
      <div className="flex items-center justify-between gap-3">
        <Button look="quiet" disabled={busy} onClick={() => dispatch({ on: 'back' })}>
          Back
        </Button>
        <div className="flex items-center gap-3">
          <span className="figures text-sm text-muted" aria-hidden="true">
            {waitMs > 0 ? `Read first: ${secondsText(waitMs)}` : null}
          </span>
          <Button
            look={review.risk === 'danger' ? 'danger' : 'primary'}
            busy={busy}
            disabled={password === '' || !isApprovable(review, nowMs)}
            aria-keyshortcuts="Space"
            onKeyDown={keepEnterOut}
            onClick={() => void press()}
          >
            Approve
          </Button>
        </div>
      </div>
    </section>
  );
}

/** Enter never approves, wherever the focus is: a key held down or a habit must not move money. Space presses the button. */
function keepEnterOut(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

function passwordSentence(problem: AppErrorShape): string {
  const { title, detail } = sentenceFor(problem);
  return `${title} ${detail}`;
}

/** Tenths of a second, rounded up. */
function secondsText(waitMs: number): string {
  const tenths = Math.ceil(waitMs / 100);
  return `${Math.floor(tenths / 10)}.${tenths % 10} s`;
}
