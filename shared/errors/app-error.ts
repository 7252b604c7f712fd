import type { AppErrorCode } from './codes.ts';

/** Plain facts for the sentence: amounts as decimal strings of base units, names, numbers. Never a secret, never raw foreign text. */
export type AppErrorFacts = Readonly<Record<string, string | number | boolean>>;

/** What crosses a boundary: a code and plain facts, always cloneable. */
export interface AppErrorShape {
  readonly code: AppErrorCode;
  readonly facts: AppErrorFacts;
}

/** A failure a caller can act on. `message` is for logs only; people read the sentence made from `code` and `facts`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly facts: AppErrorFacts;

  constructor(code: AppErrorCode, facts: AppErrorFacts = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }

  toShape(): AppErrorShape {
    return { code: this.code, facts: this.facts };
  }

  /** Searches this error and its causes. */
  static find(error: unknown): AppError | undefined {
    let at: unknown = error;
    for (let depth = 0; depth < 16 && at instanceof Error; depth += 1) {
      if (at instanceof AppError) return at;
      at = at.cause;
    }
    return undefined;
  }
}
