/** The networks a person can choose. `practice` is the embedded one; `custom` carries its own URL. */
export const NETWORK_IDS = ['practice', 'finney', 'test', 'local', 'custom'] as const;
export type NetworkId = (typeof NETWORK_IDS)[number];

export interface NetworkPreset {
  readonly id: NetworkId;
  /** Name shown to people. */
  readonly name: string;
  /** Pinned genesis, 0x hex; absent where any genesis but the pinned ones is right. */
  readonly genesisHash?: string;
  /** Default endpoints, in order of preference. Nothing else is contacted. */
  readonly endpoints: readonly string[];
}

const FINNEY_GENESIS = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03';
const TEST_GENESIS = '0x8f9cf856bf558a14440e75569c9e58594757048d7b3a84b5d25f6bd978263105';

export const NETWORKS: Readonly<Record<NetworkId, NetworkPreset>> = {
  practice: { id: 'practice', name: 'Practice network', endpoints: [] },
  finney: {
    id: 'finney',
    name: 'Bittensor (finney)',
    genesisHash: FINNEY_GENESIS,
    endpoints: [
      'wss://entrypoint-finney.opentensor.ai:443',
      'wss://lite.chain.opentensor.ai:443',
      'wss://bittensor-finney.api.onfinality.io/public-ws',
    ],
  },
  test: {
    id: 'test',
    name: 'Bittensor test network',
    genesisHash: TEST_GENESIS,
    endpoints: ['wss://test.finney.opentensor.ai:443'],
  },
  local: { id: 'local', name: 'Local node', endpoints: ['ws://127.0.0.1:9944'] },
  custom: { id: 'custom', name: 'Custom endpoint', endpoints: [] },
};
