import { EventEmitter } from 'node:events';

/** Just enough of Electron to see what the shell does with it. */
export class FakeContents extends EventEmitter {
  readonly id = 7;
  isGone = false;
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  readonly posted: { channel: string; message: unknown; ports: unknown[] }[] = [];
  readonly mainFrame = {
    url: 'app://soma/',
    parent: null as object | null,
    postMessage: (channel: string, message: unknown, ports: unknown[]) => {
      this.posted.push({ channel, message, ports });
    },
  };
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
}

export class FakePort extends EventEmitter {
  isClosed = false;
  isStarted = false;
  readonly sent: unknown[] = [];
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  start(): void {
    this.isStarted = true;
  }
  close(): void {
    this.isClosed = true;
    this.emit('close');
  }
}

export class FakeMessageChannel {
  static readonly made: FakeMessageChannel[] = [];
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();
  constructor() {
    FakeMessageChannel.made.push(this);
  }
}

export class FakeWindow extends EventEmitter {
  static readonly made: { options: unknown; window: FakeWindow }[] = [];
  readonly webContents = new FakeContents();
  readonly loaded: string[] = [];
  isShown = false;
  constructor(options: unknown) {
    super();
    FakeWindow.made.push({ options, window: this });
  }
  show(): void {
    this.isShown = true;
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }
}

export class FakeUtilityProcess extends EventEmitter {
  static readonly made: { path: string; args: unknown; options: unknown; child: FakeUtilityProcess }[] = [];
  readonly sent: unknown[] = [];
  isKilled = false;
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  kill(): boolean {
    this.isKilled = true;
    return true;
  }
}

/** Stands in for the module `electron`. */
export const fakeElectron = {
  BrowserWindow: FakeWindow,
  MessageChannelMain: FakeMessageChannel,
  utilityProcess: {
    fork: (path: string, args: unknown, options: unknown): FakeUtilityProcess => {
      const child = new FakeUtilityProcess();
      FakeUtilityProcess.made.push({ path, args, options, child });
      return child;
    },
  },
};
