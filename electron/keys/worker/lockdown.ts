import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import v8 from 'node:v8';
import workerThreads from 'node:worker_threads';

/**
 * Takes the network, other programs and heap dumps away from this process. Imported first, so that it runs before
 * any library does. This stops a dependency that goes through Node's interfaces; the permission flags of the
 * launcher and the empty environment stand behind it. Nothing here can be undone from inside.
 */
const NETWORK_MODULES = {
  childProcess,
  cluster,
  dgram,
  dns,
  dnsPromises,
  http,
  http2,
  https,
  inspector,
  net,
  tls,
  workerThreads,
};
const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'Worker', 'BroadcastChannel'];
const PROCESS_DOORS = ['binding', '_linkedBinding', 'dlopen', '_debugProcess', '_startProfilerIdleNotifier'];

function denied(name: string): () => never {
  return function deniedInKeyWorker(): never {
    throw new Error(`${name} does not exist in the key worker`);
  };
}

function replace(target: object, key: string, value: unknown): void {
  const found = Object.getOwnPropertyDescriptor(target, key);
  if (found?.configurable === false && found.writable !== true) return;
  Object.defineProperty(target, key, {
    value,
    writable: false,
    configurable: false,
    enumerable: found?.enumerable ?? true,
  });
}

/** Replaces every function of an object; classes lose their methods too, for whoever already holds an instance. */
function denyAll(name: string, target: object): void {
  for (const key of Object.getOwnPropertyNames(target)) {
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    const value: unknown = descriptor && 'value' in descriptor ? descriptor.value : undefined;
    if (typeof value === 'function') {
      for (const method of ['connect', 'listen', 'bind', 'send', 'spawn', 'open', 'createConnection', 'addRequest']) {
        const prototype: unknown = value.prototype;
        if (typeof prototype === 'object' && prototype !== null && Object.hasOwn(prototype, method)) {
          replace(prototype, method, denied(`${name}.${key}.${method}`));
        }
      }
      replace(target, key, denied(`${name}.${key}`));
    } else if (descriptor?.get !== undefined && descriptor.configurable === true && name === 'http') {
      replace(target, key, undefined); // http.WebSocket and its like are made on first use
    }
  }
}

for (const [name, module] of Object.entries(NETWORK_MODULES)) denyAll(name, module);
replace(v8, 'writeHeapSnapshot', denied('v8.writeHeapSnapshot'));
replace(v8, 'getHeapSnapshot', denied('v8.getHeapSnapshot'));
for (const key of PROCESS_DOORS) replace(process, key, denied(`process.${key}`));
for (const key of GLOBALS) replace(globalThis, key, denied(key));
syncBuiltinESMExports();
