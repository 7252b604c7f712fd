import { AppError } from '../../../shared/errors/index.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Accepts wss:// anywhere and ws:// to this machine only, unless `allowInsecure`.
 * @throws AppError chain.endpoint_invalid
 */
export function parseEndpointUrl(text: string, allowInsecure = false): string {
  const url = URL.canParse(text) && text.length <= 2048 ? new URL(text) : undefined;
  const reason = url === undefined ? 'not_a_url' : problemOf(url, allowInsecure);
  if (url === undefined || reason !== undefined) throw new AppError('chain.endpoint_invalid', { reason: reason ?? '' });
  return url.href;
}

function problemOf(url: URL, allowInsecure: boolean): string | undefined {
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.hash !== '') return 'fragment';
  if (url.protocol === 'wss:') return undefined;
  if (url.protocol !== 'ws:') return 'scheme';
  return allowInsecure || LOOPBACK.has(url.hostname) ? undefined : 'insecure';
}
