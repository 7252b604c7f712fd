import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findSystemBrowser } from './find-browser.ts';
import { startTestServer, type TestServer } from './server.test-support.ts';

const BROWSER = findSystemBrowser();

/** A page of somebody else on another port of this machine, and a name that resolves to it: what DNS rebinding looks like. */
describe.skipIf(BROWSER === undefined)('a hostile page in a real Chromium', () => {
  let browser: Browser;
  let attacker: Server;
  let attackerOrigin: string;
  let target: TestServer;
  let page: Page;

  beforeAll(async () => {
    attacker = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>attack</title><body></body>');
    });
    await new Promise<void>((listening) => attacker.listen(0, '127.0.0.1', listening));
    attackerOrigin = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      ...(BROWSER === undefined ? {} : { executablePath: BROWSER }),
      args: ['--host-resolver-rules=MAP rebind.test 127.0.0.1', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
  });
  afterAll(async () => {
    await browser.close();
    attacker.close();
  });
  beforeEach(async () => {
    target = await startTestServer();
    page = await browser.newPage();
    await page.goto(attackerOrigin);
  });
  afterEach(async () => {
    await page.close();
    expect(target.calls).toEqual([]);
    await target.server.close();
  });

  /** Runs a script of the hostile page; as text, because this zone knows no DOM. */
  const attack = (script: string, ...args: readonly unknown[]): Promise<unknown> =>
    page.evaluate(`(${script})(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);

  const fetchOutcome = (url: string, init: object): Promise<unknown> =>
    attack(
      `(url, init) => fetch(url, init).then(
        async (reply) => reply.type + ' ' + reply.status + ' ' + (await reply.text()).length,
        () => 'blocked')`,
      url,
      init,
    );

  test.each<[string, object]>([
    ['a plain fetch', {}],
    ['a fetch with credentials', { credentials: 'include' }],
    ['a POST of JSON', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"nonce":"x"}' }],
    ['a POST of text', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"nonce":"x"}' }],
    [
      'a POST of a form',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'nonce=x' },
    ],
  ])('%s reads nothing', async (_name, init) => {
    expect(await fetchOutcome(`${target.server.origin}/session`, init)).toBe('blocked');
    expect(await fetchOutcome(`${target.server.origin}/`, init)).toBe('blocked');
  });

  test('a no-cors fetch and a beacon change nothing: the nonce is still good', async () => {
    const nonce = target.session.offer();
    const body = JSON.stringify({ nonce });
    expect(await fetchOutcome(`${target.server.origin}/session`, { method: 'POST', mode: 'no-cors', body })).toMatch(
      /opaque 0 0|blocked/u,
    );
    await attack('(url, text) => navigator.sendBeacon(url, text)', `${target.server.origin}/session`, body);
    await page.waitForTimeout(200);
    expect(target.session.redeem(nonce).ok).toBe(true);
  });

  test('a form sent to the session gets no answer and changes nothing', async () => {
    const nonce = target.session.offer();
    await attack(
      `(url, text) => {
        const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'text/plain', action: url });
        form.append(Object.assign(document.createElement('input'), { name: text }));
        document.body.append(form);
        form.submit();
      }`,
      `${target.server.origin}/session`,
      JSON.stringify({ nonce }),
    );
    await page.waitForTimeout(300);
    expect(await page.content().catch(() => '')).not.toContain('bearer');
    expect(target.session.redeem(nonce).ok).toBe(true);
  });

  test('a frame stays empty', async () => {
    await attack(
      "(url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url }))",
      target.server.origin,
    );
    await page.waitForTimeout(300);
    const framed = await page
      .frames()[1]
      ?.content()
      .catch(() => '');
    expect(framed ?? '').not.toContain('Soma');
  });

  test.each([
    ['script', {}],
    ['img', {}],
    ['link', { rel: 'stylesheet' }],
  ])('a %s element loads nothing', async (kind, more) => {
    const url = `${target.server.origin}/assets/app.js`;
    const outcome = await attack(
      `(kind, fields) => new Promise((resolve) => {
        const element = Object.assign(document.createElement(kind), fields);
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('blocked');
        document.body.append(element);
      })`,
      kind,
      { ...more, ...(kind === 'link' ? { href: url } : { src: url }) },
    );
    expect(outcome).toBe('blocked');
  });

  test('a WebSocket is closed before it opens, even with the right bearer', async () => {
    const redeemed = target.session.redeem(target.session.offer());
    const bearer = redeemed.ok ? redeemed.bearer : '';
    const outcome = await attack(
      `(url, names) => new Promise((resolve) => {
        const socket = new WebSocket(url, names);
        socket.onopen = () => resolve('open');
        socket.onmessage = () => resolve('message');
        socket.onclose = () => resolve('closed');
      })`,
      `${target.server.origin.replace('http', 'ws')}/api`,
      ['soma', `bearer.${bearer}`],
    );
    expect(outcome).toBe('closed');
    expect(target.session.admit(bearer)).toBe('ok');
  });

  test('a name that was rebound to this machine gets nothing, as a page or by fetch', async () => {
    const rebound = `http://rebind.test:${target.port}`;
    await page.goto(attackerOrigin.replace('127.0.0.1', 'rebind.test'));
    expect(await fetchOutcome(`${rebound}/`, {})).toBe('blocked');
    // an answer without content makes Chromium show its own error page, which interrupts the navigation
    const reply = await page.goto(`${rebound}/`).catch(() => null);
    expect(reply?.status() ?? 421).toBe(421);
    expect(await page.title().catch(() => '')).not.toContain('Soma');
  });

  test('a window opened on the page cannot be looked into', async () => {
    const seen = await attack(
      `async (url) => {
        const opened = window.open(url);
        await new Promise((rest) => setTimeout(rest, 500));
        try {
          return opened?.document.title ?? 'none';
        } catch {
          return 'blocked';
        }
      }`,
      target.server.origin,
    );
    expect(seen).toMatch(/blocked|none|^$/u);
  });
});
