import { type ApiPromise, WsProvider } from '@polkadot/api';

type Provider = NonNullable<NonNullable<ConstructorParameters<typeof ApiPromise>[0]>['provider']>;

/** The plain provider; its own types disagree with exactOptionalPropertyTypes about a cache setting we do not use. */
export function openWs(url: string): Provider {
  return new WsProvider(url) as Provider;
}
