import type { Edition } from '../metadata-source.ts';
import { accountNonceApi } from './account-nonce.ts';
import { basketApi } from './baskets.ts';
import { coreApi } from './core.ts';
import { delegateInfoApi } from './delegate-info.ts';
import type { ApiContext, ApiMethods, RawApiMethods } from './handler.ts';
import { metadataApi } from './metadata.ts';
import { neuronInfoApi } from './neuron-info.ts';
import { registrationApi } from './registration.ts';
import { stakeInfoApi } from './stake-info.ts';
import { subnetInfoApi } from './subnet-info.ts';
import { swapApi } from './swap.ts';
import { taggedQueueRaw } from './tagged-queue.ts';
import { transactionPaymentApi, transactionPaymentCallApi, transactionPaymentRaw } from './transaction-payment.ts';

const COMMON: Readonly<Record<string, ApiMethods>> = {
  Core: coreApi,
  Metadata: metadataApi,
  AccountNonceApi: accountNonceApi,
  TransactionPaymentApi: transactionPaymentApi,
  TransactionPaymentCallApi: transactionPaymentCallApi,
  StakeInfoRuntimeApi: stakeInfoApi,
  DelegateInfoRuntimeApi: delegateInfoApi,
  NeuronInfoRuntimeApi: neuronInfoApi,
  SubnetInfoRuntimeApi: subnetInfoApi,
  SubnetRegistrationRuntimeApi: registrationApi,
  SwapRuntimeApi: swapApi,
};

const RAW_APIS: Readonly<Record<string, RawApiMethods>> = {
  TaggedTransactionQueue: taggedQueueRaw,
  TransactionPaymentApi: transactionPaymentRaw,
};

const APIS: Readonly<Record<Edition, Readonly<Record<string, ApiMethods>>>> = {
  mainnet: COMMON,
  baskets: { ...COMMON, BetaBasketRuntimeApi: basketApi },
};

/** What `state_call` answers, as `Api_method`. The metadata of the edition describes exactly these. */
export const answeredMethods = (edition: Edition): readonly string[] =>
  [APIS[edition], RAW_APIS].flatMap((apis) =>
    Object.entries(apis).flatMap(([api, methods]) => Object.keys(methods).map((method) => `${api}_${method}`)),
  );

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Answers `state_call`. @throws Error when the method is unknown or the arguments do not decode. */
export function callApi(context: ApiContext, name: string, args: Uint8Array): Uint8Array {
  const { runtime } = context;
  const split = name.indexOf('_');
  const api = name.slice(0, split);
  const method = name.slice(split + 1);
  const raw = own(own(RAW_APIS, api), method);
  const typed = own(own(APIS[runtime.edition], api), method);
  const shape = raw === undefined && typed === undefined ? undefined : runtime.apiShape(api, method);
  if (shape === undefined) throw new Error(`Exported method ${name} is not found`);
  if (raw !== undefined) return shape.value.enc(raw(context, args));
  return shape.value.enc(typed?.(context, ...(shape.args.dec(args) as never[])));
}
