import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/index.ts';
import { DEFAULT_TUNING } from '../options.ts';
import { EndpointRecord } from './endpoint-health.ts';

const make = () => {
  let now = 1000;
  const clock = { now: () => now, after: () => () => undefined, random: () => 1 };
  const record = new EndpointRecord('wss://example.org/', clock, DEFAULT_TUNING);
  return { record, pass: (ms: number) => (now += ms) };
};
const offline = new AppError('chain.offline');

describe('the health of an endpoint', () => {
  it('backs off twice as long each time, up to a bound', () => {
    const { record } = make();
    const waits = Array.from({ length: 9 }, () => {
      record.failed(offline);
      return record.waitMs;
    });
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('backs off longer when asked to slow down', () => {
    const { record } = make();
    record.failed(new AppError('chain.rate_limited'));
    expect(record.waitMs).toBe(2000);
  });

  it('forgets failures only after a connection that lasted', () => {
    const { record, pass } = make();
    for (let i = 0; i < 4; i += 1) record.failed(offline);
    record.online();
    pass(1000);
    record.failed(offline);
    expect(record.waitMs).toBe(8000);
    record.online();
    pass(60_000);
    record.failed(offline);
    expect(record.waitMs).toBe(500);
  });

  it('never tries a quarantined endpoint again', () => {
    const { record, pass } = make();
    record.failed(new AppError('chain.wrong_genesis', { expected: 'a', actual: 'b' }));
    record.failed(offline);
    pass(1e9);
    expect(record.waitMs).toBe(Number.POSITIVE_INFINITY);
    expect(record.health()).toMatchObject({ state: 'quarantined', problem: { code: 'chain.wrong_genesis' } });
  });

  it('tells the median of recent latencies', () => {
    const { record } = make();
    for (const ms of [900, 10, 20, 30, 40]) record.replied(ms);
    expect(record.health().latencyMs).toBe(30);
  });
});
