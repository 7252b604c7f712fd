/** An error object of a reply. Its text is only ever matched against known patterns, never shown. */
export interface RpcErrorObject {
  readonly code: number;
  readonly text: string;
}

export type Frame =
  | { readonly kind: 'reply'; readonly id: number; readonly result: unknown; readonly error?: undefined }
  | { readonly kind: 'reply'; readonly id: number; readonly error: RpcErrorObject }
  | { readonly kind: 'notification'; readonly subscription: string; readonly result: unknown }
  | { readonly kind: 'rate_limited' }
  | { readonly kind: 'malformed' };

/** Longest part of a foreign error text that is looked at. */
const MAX_ERROR_TEXT = 512;

/** Reads one text frame of JSON-RPC 2.0. Batches, string ids and everything that is not an object are malformed. */
export function parseFrame(text: string): Frame {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return looksLikePage(text) ? { kind: 'rate_limited' } : { kind: 'malformed' };
  }
  if (!isRecord(value)) return { kind: 'malformed' };
  if ('method' in value) return notificationOf(value);
  const id = value['id'];
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) {
    const error = errorOf(value['error']);
    return error !== undefined && isRateLimit(error) ? { kind: 'rate_limited' } : { kind: 'malformed' };
  }
  if (value['error'] !== undefined && value['error'] !== null) {
    const error = errorOf(value['error']);
    return error === undefined ? { kind: 'malformed' } : { kind: 'reply', id, error };
  }
  return 'result' in value ? { kind: 'reply', id, result: value['result'] } : { kind: 'malformed' };
}

/** True for the ways public endpoints say "too many requests". */
export function isRateLimit(error: RpcErrorObject): boolean {
  return error.code === 429 || error.code === -32005 || /rate.?limit|too many|\b429\b/i.test(error.text);
}

function notificationOf(value: Readonly<Record<string, unknown>>): Frame {
  const params = value['params'];
  if (!isRecord(params)) return { kind: 'malformed' };
  const id = params['subscription'];
  if ((typeof id !== 'string' || id.length > 128) && typeof id !== 'number') return { kind: 'malformed' };
  return { kind: 'notification', subscription: String(id), result: params['result'] };
}

function errorOf(value: unknown): RpcErrorObject | undefined {
  if (!isRecord(value)) return undefined;
  const { code, message, data } = value as { code?: unknown; message?: unknown; data?: unknown };
  if (typeof code !== 'number') return undefined;
  const text = [message, data].filter((part) => typeof part === 'string').join(' | ');
  return { code, text: text.slice(0, MAX_ERROR_TEXT) };
}

/** Proxies answer overload with an HTML page or a bare line of text instead of JSON. */
function looksLikePage(text: string): boolean {
  const start = text.slice(0, MAX_ERROR_TEXT).trimStart();
  return start.startsWith('<') || /rate.?limit|too many requests|\b429\b/i.test(start);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
