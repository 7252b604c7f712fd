import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import type { Api, Pipe } from '../api/index.ts';
import { isTrustedSender } from './sender.ts';

/** Hands a fresh port to the page each time its document is ready, and takes the old one back when it navigates. */
export function connectPage(contents: WebContents, api: Api): void {
  let current: MessagePortMain | undefined;
  const revoke = (): void => {
    current?.close();
    current = undefined;
  };
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) revoke();
  });
  contents.on('render-process-gone', revoke);
  contents.on('destroyed', revoke);
  contents.on('dom-ready', () => {
    const frame = contents.mainFrame;
    const sender = {
      webContentsId: contents.id,
      frameUrl: frame.url,
      isTopFrame: frame.parent === null,
      isDestroyed: contents.isDestroyed(),
    };
    revoke();
    if (!isTrustedSender(sender, contents.id)) return;
    const { port1, port2 } = new MessageChannelMain();
    current = port1;
    api.serve(portPipe(port1, () => current === port1));
    port1.start();
    frame.postMessage('soma:port', null, [port2]);
  });
}

/** One MessagePort as a pipe. */
export function portPipe(port: MessagePortMain, isCurrent: () => boolean): Pipe {
  return {
    send: (text) => {
      if (isCurrent()) port.postMessage(text);
    },
    onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    onClose: (listener) => void port.once('close', listener),
    refuse: () => port.close(),
    isCurrent,
  };
}
