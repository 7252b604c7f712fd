import '../worker/lockdown.ts'; // as the worker does, first
import childProcess, { execSync, spawn } from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns, { lookup } from 'node:dns';
import dnsPromises from 'node:dns/promises';
import nodeFs from 'node:fs';
import http, { get } from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import net, { connect, Socket } from 'node:net';
import tls from 'node:tls';
import v8 from 'node:v8';
import workerThreads, { Worker } from 'node:worker_threads';

/**
 * Test only, never in the product: tries every way out of the key worker and tells its parent which ones opened.
 * The parent's port listens at PORT, so an attempt that is let through really connects.
 */
const PORT = Number(process.argv[2]);
const SCHEMELESS = 'net';
const url = `http://127.0.0.1:${PORT}/`;
const load = createRequire(import.meta.url);
const loose = process as unknown as Record<string, (name: string) => unknown>;
const global = globalThis as unknown as Record<string, new (target: string) => unknown>;

const ATTEMPTS: Record<string, () => unknown> = {
  'net.connect': () => connect(PORT, '127.0.0.1'),
  'net default': () => net.createConnection(PORT, '127.0.0.1'),
  'new net.Socket': () => new Socket().connect(PORT, '127.0.0.1'),
  'net.Server': () => net.createServer().listen(0),
  'required net': () => (load('node:net') as typeof net).connect(PORT, '127.0.0.1'),
  'required without scheme': () => (load(SCHEMELESS) as typeof net).connect(PORT, '127.0.0.1'),
  getBuiltinModule: () => process.getBuiltinModule('net').connect(PORT, '127.0.0.1'),
  'net.Stream': () => new (net as unknown as { Stream: typeof Socket }).Stream().connect(PORT, '127.0.0.1'),
  'tls.connect': () => tls.connect(PORT, '127.0.0.1'),
  'http.get': () => get(url),
  'http.request': () => http.request(url).end(),
  'http agent': () => new http.Agent().createConnection({ port: PORT, host: '127.0.0.1' }),
  'http global agent': () => http.globalAgent.createConnection({ port: PORT, host: '127.0.0.1' }),
  'http.Server': () => http.createServer().listen(0),
  'https.get': () => https.get(url),
  'http2.connect': () => http2.connect(url),
  'dgram.createSocket': () => dgram.createSocket('udp4').send('x', PORT, '127.0.0.1'),
  'dns.lookup': () => lookup('localhost', () => undefined),
  'dns.resolve4': () => dns.resolve4('example.com', () => undefined),
  'dns.Resolver': () => new dns.Resolver().resolve4('example.com', () => undefined),
  'dns.promises': () => dnsPromises.lookup('localhost'),
  'dns.promises property': () => dns.promises.lookup('localhost'),
  fetch: () => fetch(url),
  'child_process.spawn': () => spawn('true'),
  'child_process.execSync': () => execSync('true'),
  'child_process.fork': () => childProcess.fork('x'),
  'cluster.fork': () => cluster.fork(),
  'worker_threads.Worker': () => new Worker('1', { eval: true }),
  'worker_threads default': () => new workerThreads.Worker('1', { eval: true }),
  'inspector.open': () => inspector.open(0),
  'v8.writeHeapSnapshot': () => v8.writeHeapSnapshot(),
  'process.binding': () => loose['binding']?.('tcp_wrap'),
  'process._linkedBinding': () => loose['_linkedBinding']?.('tcp_wrap'),
  'process.dlopen': () => loose['dlopen']?.('x'),
  'code from text': () => Reflect.construct(fetch.constructor as new (text: string) => unknown, ['return 1']),
  'read outside': () => nodeFs.readFileSync('/etc/passwd'),
  'list outside': () => nodeFs.readdirSync('/etc'),
  'read own environment file': () => nodeFs.readFileSync('/proc/self/environ'),
  'start a link outside': () => nodeFs.symlinkSync('/etc/passwd', `${process.argv[3]}/link`),
  'write outside': () => nodeFs.writeFileSync(`${process.argv[3]}/outside`, 'x'),
  ...Object.fromEntries(
    ['WebSocket', 'EventSource', 'XMLHttpRequest'].map((name) => [
      name,
      () => new (global[name] as (typeof global)[string])(url),
    ]),
  ),
};

const opened: string[] = [];
for (const [name, attempt] of Object.entries(ATTEMPTS)) {
  try {
    const result = attempt();
    if (result instanceof Promise) await result;
    opened.push(name);
  } catch {
    // as it should be
  }
}
process.send?.({ opened, tried: Object.keys(ATTEMPTS).length, env: { ...process.env }, argv: process.execArgv });
setTimeout(() => process.exit(0), 50);
