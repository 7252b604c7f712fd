import type { Settings } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/index.ts';
import { parseEndpointUrl } from '../chain/connection/endpoint-url.ts';
import type { SettingsPatch, SettingsStore } from '../store/index.ts';
import { type NetworkChoice, parseNetworkOption, toChoice } from './choice.ts';

type Override = Pick<Settings, 'network'> & { readonly endpoint?: string };

/** The person's settings, with the command line's network in front of them until the person chooses another. */
export class ChosenSettings {
  readonly #store: SettingsStore;
  #override: Override | undefined;

  /** @throws AppError chain.endpoint_invalid when `networkOption` names neither a network nor a node. */
  constructor(store: SettingsStore, networkOption: string | undefined) {
    this.#store = store;
    if (networkOption === undefined) return;
    const { id, endpoint } = parseNetworkOption(networkOption);
    this.#override = { network: id, ...(endpoint === undefined ? {} : { endpoint }) };
  }

  get(): Settings {
    const stored = this.#store.get();
    const override = this.#override;
    if (override === undefined) return stored;
    const endpoints =
      override.endpoint === undefined ? stored.endpoints : { ...stored.endpoints, custom: [override.endpoint] };
    return { ...stored, network: override.network, endpoints };
  }

  /** @throws AppError chain.endpoint_invalid, api.bad_input, disk.* */
  set(patch: SettingsPatch): Settings {
    for (const url of Object.values(patch.endpoints ?? {}).flat()) this.#assertEndpoint(url);
    const network = patch.network ?? this.#store.get().network;
    const endpoints = patch.endpoints ?? this.#store.get().endpoints;
    if (network === 'custom' && endpoints.custom === undefined && this.#override === undefined)
      throw new AppError('chain.endpoint_invalid', { reason: 'missing' });
    this.#store.set(patch);
    if (patch.network !== undefined && patch.network !== this.#override?.network) this.#override = undefined;
    return this.get();
  }

  /** False until somebody chose a network, in the window or on the command line. */
  isNetworkChosen(): boolean {
    return this.#override !== undefined || this.#store.networkChosen();
  }

  /** What to connect to now; undefined until a network is chosen: nothing is contacted before. */
  choice(): NetworkChoice | undefined {
    if (!this.isNetworkChosen()) return undefined;
    return { ...toChoice(this.get()), allowInsecure: this.#override?.endpoint !== undefined };
  }

  /** An address typed on the command line is the person's own word for an unencrypted node; a setting is not. */
  #assertEndpoint(url: string): void {
    if (url !== this.#override?.endpoint) parseEndpointUrl(url);
  }
}
