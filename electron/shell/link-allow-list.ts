/** Sites a link of Soma may lead to: block explorers and the network's own documentation. Exact names, no subdomains. */
const ALLOWED_HOSTS: ReadonlySet<string> = new Set([
  'bittensor.com',
  'docs.bittensor.com',
  'docs.learnbittensor.org',
  'learnbittensor.org',
  'taostats.io',
  'www.bittensor.com',
  'www.taostats.io',
  'www.tao.app',
  'tao.app',
]);
const MAX_LENGTH = 512;
/** Printable ASCII without the characters that URL parsers and shells read differently. */
const PLAIN = /^https:\/\/[a-z0-9.-]+(?:[/?#][A-Za-z0-9._~!$&()*+,;=:@/?#%-]*)?$/u;

/**
 * The link, parsed, if it may be opened outside: https, an exact listed host, no user, no port, nothing a handler of the
 * operating system could read as something else. Undefined otherwise.
 */
export function checkLink(text: string): URL | undefined {
  if (text.length > MAX_LENGTH || !PLAIN.test(text) || /%(?![0-9A-Fa-f]{2})|%0|%1|%7f|%00/iu.test(text))
    return undefined;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return plain && ALLOWED_HOSTS.has(url.hostname) && url.href.startsWith(`https://${url.hostname}/`) ? url : undefined;
}
