import type { App, WebContents } from 'electron';
import { checkLink } from './link-allow-list.ts';
import { isOwnPage } from './origin.ts';

/** The page may go to itself (a reload) and nowhere else. */
export function mayNavigate(url: string, isTopFrame: boolean): boolean {
  return isTopFrame && isOwnPage(url);
}

/** Guards every page that ever comes to be, also ones nobody meant to make. */
export function guardNavigation(app: App, openExternal: (url: URL) => Promise<void>): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openExternal));
}

function guardContents(contents: WebContents, openExternal: (url: URL) => Promise<void>): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const link = checkLink(url);
    if (link !== undefined) void openExternal(link).catch(() => undefined);
    return { action: 'deny' };
  });
}
