/** The one line to the parent process, whichever host started it. */
export interface Channel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** Electron's utility process adds `process.parentPort`; Node's child process has `process.send`. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

function parentPort(): ParentPort | undefined {
  return (process as { parentPort?: ParentPort }).parentPort;
}

/** @throws Error when the process was not started by a launcher */
export function parentChannel(): Channel {
  const port = parentPort();
  if (port !== undefined) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
      onClose: () => undefined, // Electron ends its utility processes with the app
    };
  }
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('the key worker is started by its launcher only');
  return {
    send: (message) => void send(message),
    onMessage: (listener) => void process.on('message', listener),
    onClose: (listener) => void process.on('disconnect', listener),
  };
}
