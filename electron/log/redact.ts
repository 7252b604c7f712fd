/** Fields whose value never reaches the log, wherever they stand. */
const SECRET_FIELD =
  /pass(?:word|phrase)?|mnemonic|phrase|seed|secret|bearer|nonce$|token|private|entropy|words?$|answers?|authorization|cookie|json$/iu;
/** Words of the mnemonic list in a row, 32 bytes or more in hex, and tokens as we make them. */
const SECRET_TEXT = /(?:\b[a-z]{3,8}\b[ ,]+){11,}[a-z]{3,8}\b|\b(?:0x)?[0-9a-f]{128}\b|\bbearer\.[\w-]+|#b=[\w-]+/giu;
const HIDDEN = '[hidden]';
const MAX_TEXT = 512;
const MAX_DEPTH = 5;
const MAX_ITEMS = 50;

/** Text fit for the log: secrets taken out, control characters made visible, capped. */
export function redactText(text: string): string {
  const capped = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return (
    capped
      .replace(SECRET_TEXT, HIDDEN)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/gu, '\uFFFD')
  );
}

/** A copy of `value` fit for the log. Bytes are only counted, errors keep name, code and message. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([name, field]) => [redactText(name), SECRET_FIELD.test(name) ? HIDDEN : redact(field, depth + 1)]),
  );
}

function redactError(error: Error, depth: number): unknown {
  const at = error.stack
    ?.split('\n')
    .slice(1, 7)
    .map((line) => redactText(line.trim()));
  return {
    name: error.name,
    message: redactText(error.message),
    ...('code' in error ? { code: redact(error.code, depth + 1) } : {}),
    ...('facts' in error ? { facts: redact(error.facts, depth + 1) } : {}),
    ...(at === undefined ? {} : { at }),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
