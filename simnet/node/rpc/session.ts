import type { SimNode } from '../node.ts';

/** What a method may do besides answering: push to its own connection and clean up when that goes. */
export interface Session {
  readonly node: SimNode;
  /** Sends a subscription message: `{method, params: {subscription, result}}`. */
  notify(method: string, subscription: string, result: unknown): void;
  /**
   * Registers what must end with the subscription or the connection; returns its id.
   * @throws RpcError when nothing can be pushed (plain HTTP) or there are too many; `stop` has been called then
   */
  subscribe(stop: () => void): string;
  /** Ends a subscription. @returns false when there is none of that id */
  unsubscribe(id: string): boolean;
}

export type Params = readonly unknown[];
export type Method = (params: Params, session: Session) => unknown;
export type Methods = Readonly<Record<string, Method>>;
