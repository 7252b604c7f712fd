import { describe, expect, test } from 'vitest';
import { sessionStore } from '../stores/session.ts';
import { Session } from './session.ts';
import { type Link, SessionEnded, type Wire } from './wire.ts';

const answering = (answer: string): Link => ({ call: () => Promise.resolve(answer) });
const OPTIONS = { context: {} };

describe('the line to main', () => {
  test('a call made before it is open waits for it', async () => {
    const session = new Session();
    const answer = session.call(['app', 'info'], undefined, OPTIONS);
    void session.run({ open: () => Promise.resolve({ link: answering('yes'), closed: new Promise(() => undefined) }) });
    expect(await answer).toBe('yes');
    expect(sessionStore.getState().phase).toBe('open');
  });

  test('a lost wire is replaced and later calls use the new one', async () => {
    const session = new Session();
    let lose: (end: { final: boolean }) => void = () => undefined;
    const wires: Wire[] = [
      { link: answering('first'), closed: new Promise((resolve) => (lose = resolve)) },
      { link: answering('second'), closed: new Promise(() => undefined) },
    ];
    void session.run({ open: () => Promise.resolve(wires.shift() as Wire) });
    expect(await session.call(['x'], undefined, OPTIONS)).toBe('first');
    lose({ final: false });
    await Promise.resolve();
    await Promise.resolve();
    expect(await session.call(['x'], undefined, OPTIONS)).toBe('second');
  });

  test('a page without a nonce has no session, and its calls fail instead of waiting for ever', async () => {
    const session = new Session();
    await session.run({ open: () => Promise.reject(new SessionEnded('no nonce')) });
    expect(sessionStore.getState().phase).toBe('ended');
    await expect(session.call(['x'], undefined, OPTIONS)).rejects.toBeInstanceOf(SessionEnded);
  });

  test('being shut out for good ends the session at once', async () => {
    const session = new Session();
    const closed = Promise.resolve({ final: true });
    await session.run({ open: () => Promise.resolve({ link: answering(''), closed }) });
    expect(sessionStore.getState().phase).toBe('ended');
  });
});
