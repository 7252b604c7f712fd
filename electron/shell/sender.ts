import { isOwnPage } from './origin.ts';

/** What Electron says about whoever is on the other side. */
export interface Sender {
  readonly webContentsId: number;
  readonly frameUrl: string;
  /** False for a frame inside the page. */
  readonly isTopFrame: boolean;
  readonly isDestroyed: boolean;
}

/** Only the top frame of our own window at our own address may have the API. */
export function isTrustedSender(sender: Sender, windowWebContentsId: number): boolean {
  return (
    !sender.isDestroyed &&
    sender.isTopFrame &&
    sender.webContentsId === windowWebContentsId &&
    isOwnPage(sender.frameUrl)
  );
}
