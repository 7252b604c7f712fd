/** The page's own address under Electron. A scheme of its own: not file://, which may read more than it should. */
export const SCHEME = 'app';
export const PAGE_URL = 'app://soma/';
const PAGE_HOST = 'soma';

/** Whether a URL is the page itself; its path may only be the root, with any fragment. */
export function isOwnPage(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isOurs = url.protocol === `${SCHEME}:` && url.host === PAGE_HOST && url.username === '' && url.password === '';
  return isOurs && (url.pathname === '/' || url.pathname === '') && url.search === '';
}

/** Path of a request for one of our files, as a key of the static files; undefined when it is for anybody else. */
export function ownFilePath(text: string): string | undefined {
  const prefix = `${SCHEME}://${PAGE_HOST}/`;
  if (!text.startsWith(prefix)) return undefined;
  const path = text.slice(prefix.length - 1).replace(/#.*$/su, '');
  return path.includes('?') ? undefined : path;
}
