import type { WebSocket } from 'ws';
import type { Pipe } from '../api/index.ts';
import type { Logger } from '../log/index.ts';

/** A page that does not read is cut off before its unread news fill the memory. */
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;
const PING_EVERY_MS = 15_000;

/** The WebSocket of one page as a pipe. Text only. A page that stops answering is let go. */
export function windowPipe(socket: WebSocket, log: Logger): Pipe {
  let answered = true;
  const heartbeat = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    socket.ping();
  }, PING_EVERY_MS);
  heartbeat.unref();
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('error', (error) => log.warn('the window connection failed', error));
  socket.once('close', () => clearInterval(heartbeat));
  return {
    send: (text) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate();
      else socket.send(text);
    },
    onMessage: (listener) => {
      socket.on('message', (data, isBinary) =>
        listener(isBinary || !Buffer.isBuffer(data) ? undefined : data.toString('utf8')),
      );
    },
    onClose: (listener) => {
      socket.once('close', listener);
    },
    refuse: () => socket.close(1008),
    isCurrent: () => socket.readyState === socket.OPEN,
  };
}
