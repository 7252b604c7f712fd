export type EndpointProblem =
  | 'empty'
  | 'not_a_url'
  | 'not_websocket'
  | 'not_encrypted'
  | 'has_credentials'
  | 'too_long';

export type ParsedEndpoint =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: EndpointProblem };

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])$/u;

/** Reads a node address: wss://, or ws:// to this machine only. Main checks again; this only answers sooner. */
export function parseEndpoint(text: string): ParsedEndpoint {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  if (trimmed.length > 512) return { ok: false, problem: 'too_long' };
  if (!URL.canParse(trimmed)) return { ok: false, problem: 'not_a_url' };
  const url = new URL(trimmed);
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'has_credentials' };
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') return { ok: false, problem: 'not_websocket' };
  if (url.protocol === 'ws:' && !LOOPBACK.test(url.hostname)) return { ok: false, problem: 'not_encrypted' };
  return { ok: true, url: trimmed };
}
