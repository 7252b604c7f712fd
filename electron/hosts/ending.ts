/** Ends the app once, whoever asks first; a second signal while it ends does not cut it short, time does. */
export interface Ending {
  /** Begins the end; later calls change nothing. */
  end(exitCode: number): void;
}

const PATIENCE_MS = 8000;

/** Ties the process's signals to an orderly end. `close` must be safe at any moment after the call. */
export function prepareEnding(close: () => Promise<void>, exit: (code: number) => void): Ending {
  let begun = false;
  const end = (exitCode: number): void => {
    if (begun) return;
    begun = true;
    const tooLong = setTimeout(() => exit(exitCode === 0 ? 1 : exitCode), PATIENCE_MS);
    tooLong.unref();
    close().then(
      () => exit(exitCode),
      () => exit(exitCode === 0 ? 1 : exitCode),
    );
  };
  const signals: readonly NodeJS.Signals[] =
    process.platform === 'win32' ? ['SIGINT', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => end(0));
  return { end };
}
