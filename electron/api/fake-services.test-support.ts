import type { Keys } from '../keys/index.ts';
import type { Services, Subscribe } from './services.ts';

/** Services that record what reaches them and answer nothing: whatever gets here has passed every check of the API. */
export interface RecordingServices {
  readonly services: Services;
  /** Names of the service functions called, in order. */
  readonly calls: string[];
}

export function recordingServices(
  overrides: { readonly [name: string]: (...args: never[]) => unknown } = {},
): RecordingServices {
  const calls: string[] = [];
  const domain = (name: string): object =>
    new Proxy(
      {},
      {
        get:
          (_target, key) =>
          (...args: never[]): unknown => {
            const full = `${name}.${String(key)}`;
            calls.push(full);
            const silent: Subscribe<never> = () => () => undefined;
            const own = overrides[full];
            if (own !== undefined) return own(...args);
            if (key === 'watchQuote' || (key === 'watch' && name === 'transactions')) return silent;
            return key === 'onChange' || String(key).startsWith('watch') ? () => undefined : Promise.resolve(undefined);
          },
      },
    );
  const services = {
    keys: domain('keys') as Keys,
    app: domain('app'),
    portfolio: domain('portfolio'),
    staking: domain('staking'),
    transactions: domain('transactions'),
    settings: domain('settings'),
  } as Services;
  return { services, calls };
}
