import { NETWORK_IDS, NETWORKS, type NetworkId } from '../../shared/constants/networks.ts';
import type { Settings } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/index.ts';

/** Which network to talk to, and through which endpoints in order. */
export interface NetworkChoice {
  readonly id: NetworkId;
  readonly endpoints: readonly string[];
  readonly genesisHash?: string;
  /** ws:// to another machine is accepted: the command line said so. */
  readonly allowInsecure?: boolean;
}

/** The command line's word: a network's name or the address of a node. @throws AppError chain.endpoint_invalid */
export function parseNetworkOption(text: string): { id: NetworkId; endpoint?: string } {
  const id = NETWORK_IDS.find((name) => name === text);
  if (id !== undefined && id !== 'custom') return { id };
  if (!/^wss?:\/\/[^\s]{1,500}$/u.test(text) || !URL.canParse(text)) throw new AppError('chain.endpoint_invalid');
  return { id: 'custom', endpoint: text };
}

/** The settings' network with the person's own endpoints, or the preset ones where they gave none. */
export function toChoice(settings: Pick<Settings, 'network' | 'endpoints'>): NetworkChoice {
  const preset = NETWORKS[settings.network];
  const endpoints = settings.endpoints[settings.network] ?? preset.endpoints;
  return {
    id: settings.network,
    endpoints,
    ...(preset.genesisHash === undefined ? {} : { genesisHash: preset.genesisHash }),
  };
}

export function isSameChoice(left: NetworkChoice | undefined, right: NetworkChoice | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.id === right.id && left.endpoints.join('\n') === right.endpoints.join('\n');
}
