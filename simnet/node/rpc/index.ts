import { archiveMethods } from './archive.ts';
import { authorMethods } from './author.ts';
import { chainMethods } from './chain.ts';
import { chainHeadMethods } from './chain-head/index.ts';
import { chainSpecMethods } from './chain-spec.ts';
import { paymentMethods } from './payment.ts';
import type { Method, Methods } from './session.ts';
import { stateMethods } from './state.ts';
import { systemMethods } from './system.ts';
import { transactionMethods } from './transaction.ts';

const ALL: Methods = {
  ...archiveMethods,
  ...authorMethods,
  ...chainMethods,
  ...chainHeadMethods,
  ...chainSpecMethods,
  ...paymentMethods,
  ...stateMethods,
  ...systemMethods,
  ...transactionMethods,
};

/** A map, so that `__proto__` and `constructor` are just unknown methods. */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ...Object.entries(ALL),
  ['rpc_methods', () => ({ methods: [...Object.keys(ALL), 'rpc_methods'].sort() })],
]);
