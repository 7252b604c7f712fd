import type { RPCHandler } from '@orpc/server/websocket';
import type { Logger } from '../log/index.ts';
import { parseFrame } from './frame.ts';
import type { CallerContext } from './implementer.ts';
import { RateLimiter } from './rate-limit.ts';

/** Two directions of text between main and one window; each host wraps its own transport in one. */
export interface Pipe {
  send(text: string): void;
  onMessage(listener: (data: unknown) => void): void;
  onClose(listener: () => void): void;
  /** Hangs up on a window that does not speak our language. */
  refuse(): void;
  isCurrent(): boolean;
}

/** Serves one window until its pipe closes. Nothing reaches oRPC that `parseFrame` does not know. */
export function serveWindow(handler: RPCHandler<CallerContext>, pipe: Pipe, log: Logger): void {
  const context: CallerContext = {
    limiter: new RateLimiter(),
    streams: { open: 0 },
    isCurrent: () => pipe.isCurrent(),
  };
  // oRPC's handler knows its peer by identity and needs only `send` of it
  const peer = { send: (text: string) => pipe.send(text) } as unknown as WebSocketLike;
  pipe.onMessage((data) => {
    if (!pipe.isCurrent() || parseFrame(data) === undefined) {
      log.warn('a message from the window was refused');
      pipe.refuse();
      return;
    }
    handler.message(peer, data as string, { context }).catch((error: unknown) => {
      log.warn('a message from the window failed', error);
    });
  });
  pipe.onClose(() => {
    handler.close(peer);
  });
}

type WebSocketLike = Parameters<RPCHandler<CallerContext>['close']>[0];
