import type { AppErrorShape } from '../../../shared/errors/index.ts';
import { sentenceFor } from '../../copy/index.ts';
import { Banner } from '../../ui/Banner.tsx';

/** The sentence of a failed command, where it was given. */
export function CallError({ error }: { error: AppErrorShape | undefined }) {
  if (error === undefined) return null;
  const { title, detail } = sentenceFor(error);
  return (
    <Banner tone="danger" title={title} announce="alert">
      {detail}
    </Banner>
  );
}
