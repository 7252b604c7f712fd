import pino from 'pino';
import { redact, redactText } from './redact.ts';
import { rotatedLogFile } from './rotate.ts';

type Write = (message: string, details?: unknown) => void;

/** The only way to say something that is not for the person at the screen. Everything passes the redaction. */
export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** Ends what is buffered; nothing is written afterwards. */
  close(): void;
}

/** A level lower than the file's size limit can be reached in one run; it is looked at again every this many lines. */
const LOOK_EVERY_LINES = 2000;

/** Logs to `dir`/soma.log, readable by its owner only. */
export function openLogger(dir: string, level: pino.Level = 'info'): Logger {
  const destination = pino.destination({ dest: rotatedLogFile(dir), mode: 0o600, sync: true });
  const sink = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  let lines = 0;
  let closed = false;
  const writer =
    (at: 'debug' | 'info' | 'warn' | 'error'): Write =>
    (message, details) => {
      if (closed) return;
      lines += 1;
      if (lines % LOOK_EVERY_LINES === 0) destination.reopen(rotatedLogFile(dir));
      if (details === undefined) sink[at](redactText(message));
      else sink[at]({ details: redact(details) }, redactText(message));
    };
  return {
    debug: writer('debug'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
    close: () => {
      if (closed) return;
      closed = true;
      destination.flushSync();
      destination.end();
    },
  };
}

const nothing: Write = () => undefined;

/** For tests and for moments before there is a data folder. */
export const silentLogger: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  close: () => undefined,
};
