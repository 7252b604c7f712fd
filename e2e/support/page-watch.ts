import type { Page } from '@playwright/test';

/** Everything a well-behaved page never does. */
export interface PageWatch {
  /** Errors in the console (a CSP violation is one), uncaught exceptions, dialogs, requests to any other origin. */
  offences(): Promise<readonly string[]>;
}

/** Watches from now on; what the page said and asked for before is read from the browser's own record. */
export function watchPage(page: Page): PageWatch {
  const { host } = new URL(page.url());
  const heard: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy|violates/iu.test(message.text()))
      heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`));
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => heard.push(`popup: ${popup.url()}`));
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  return {
    offences: async () => {
      const early = (await page.consoleMessages()).filter((message) => message.type() === 'error');
      const asked = [...requests, ...(await page.requests()).map((request) => request.url())];
      return [
        ...new Set([
          ...heard,
          ...early.map((message) => `console: ${message.text()}`),
          ...asked.filter((url) => !isOwn(url, host)).map((url) => `request: ${url.slice(0, 200)}`),
        ]),
      ];
    },
  };
}

/** The app's own server, what the page holds itself, and the one-time file that opened it. */
function isOwn(url: string, ownHost: string): boolean {
  const { protocol, host, pathname } = new URL(url);
  if (protocol === 'data:' || protocol === 'blob:') return true;
  if (protocol === 'file:') return /\/open-[\w-]{12}\.html$/u.test(pathname);
  return host === ownHost && ['http:', 'ws:', 'app:'].includes(protocol);
}
