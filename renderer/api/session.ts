import { backOffMs, sleep } from '../lib/sleep.ts';
import { sessionStore } from '../stores/session.ts';
import { type Link, SessionEnded, type Transport, type Wire } from './wire.ts';

/** Tries in a row before the page admits that main is gone (about 25 s). */
const MOST_FAILURES = 8;

interface Gate {
  readonly link: Promise<Link>;
  readonly open: (link: Link) => void;
  readonly fail: (error: Error) => void;
}

function newGate(): Gate {
  let open: Gate['open'] = () => undefined;
  let fail: Gate['fail'] = () => undefined;
  const link = new Promise<Link>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  link.catch(() => undefined); // nobody may be waiting when it fails
  return { link, open, fail };
}

/** A link that outlives its wires: calls wait while the connection is being made again, and fail once the session has ended. */
export class Session implements Link {
  #gate = newGate();

  /** Keeps one wire open until the session ends. Never rejects. */
  async run(transport: Transport): Promise<void> {
    let failures = 0;
    while (failures <= MOST_FAILURES) {
      const wire = await this.#open(transport);
      if (wire === 'ended') break;
      if (wire !== 'failed') {
        failures = 0;
        sessionStore.setState({ phase: 'open' });
        this.#gate.open(wire.link);
        const { final } = await wire.closed;
        this.#gate = newGate();
        if (final) break;
      }
      sessionStore.setState({ phase: 'reconnecting' });
      await sleep(backOffMs(failures));
      failures += 1;
    }
    this.#gate.fail(new SessionEnded('the session has ended'));
    sessionStore.setState({ phase: 'ended' });
  }

  async call(...args: Parameters<Link['call']>): Promise<unknown> {
    const link = await this.#gate.link;
    return link.call(...args);
  }

  async #open(transport: Transport): Promise<Wire | 'failed' | 'ended'> {
    try {
      return await transport.open();
    } catch (error) {
      return error instanceof SessionEnded ? 'ended' : 'failed';
    }
  }
}
