import { toAppError } from '../api/errors.ts';
import { sentenceFor } from '../copy/index.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';

/** A page broke while being drawn; the frame around it stands. */
export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const { title, detail } = sentenceFor(toAppError(error));
  return <ErrorState title={title} detail={detail} action={<Button onClick={reset}>Try again</Button>} />;
}
