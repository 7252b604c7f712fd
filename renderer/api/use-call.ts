import { useState } from 'react';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import { toAppError } from './errors.ts';

export type CallOutcome<Out> =
  | { readonly ok: true; readonly value: Out }
  | { readonly ok: false; readonly error: AppErrorShape };

export interface Call<In extends readonly unknown[], Out> {
  /** Never rejects. */
  readonly run: (...input: In) => Promise<CallOutcome<Out>>;
  readonly busy: boolean;
  /** The last failure, until the next run or `clear`. */
  readonly error: AppErrorShape | undefined;
  readonly clear: () => void;
}

/** A one-off command with its progress and its failure. Inputs are not kept: passwords pass through. */
export function useCall<In extends readonly unknown[], Out>(command: (...input: In) => Promise<Out>): Call<In, Out> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppErrorShape>();
  const run = async (...input: In): Promise<CallOutcome<Out>> => {
    setBusy(true);
    setError(undefined);
    try {
      return { ok: true, value: await command(...input) };
    } catch (thrown) {
      const shape = toAppError(thrown);
      setError(shape);
      return { ok: false, error: shape };
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, error, clear: () => setError(undefined) };
}
