import { type RecordingServices, recordingServices } from '../api/fake-services.test-support.ts';
import { createApi } from '../api/index.ts';
import type { StaticFiles } from '../hosts/static-files.ts';
import { silentLogger } from '../log/index.ts';
import { type LoopbackServer, startLoopbackServer } from './server.ts';
import { Session } from './session.ts';

export interface TestServer extends RecordingServices {
  readonly server: LoopbackServer;
  readonly port: number;
  readonly session: Session;
  /** Moves the session's clock. */
  readonly advance: (ms: number) => void;
}

export const FILES: StaticFiles = new Map([
  ['/', { type: 'text/html; charset=utf-8', body: Buffer.from('<!doctype html><title>Soma</title>') }],
  ['/assets/app.js', { type: 'text/javascript; charset=utf-8', body: Buffer.from('export {};') }],
]);

export async function startTestServer(overrides: Parameters<typeof recordingServices>[0] = {}): Promise<TestServer> {
  let now = 1000;
  const session = new Session(() => now);
  const recording = recordingServices(overrides);
  const api = createApi(recording.services, silentLogger);
  const server = await startLoopbackServer({ api, files: FILES, session, log: silentLogger });
  return {
    ...recording,
    server,
    session,
    port: Number(new URL(server.origin).port),
    advance: (ms) => {
      now += ms;
    },
  };
}
