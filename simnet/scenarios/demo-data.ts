/** Invented names in the spirit of the real network; any likeness is accidental. */
export interface DemoSubnet {
  readonly name: string;
  readonly symbol: string;
  readonly about: string;
  /** Pool depth in TAO and in alpha, and the TAO weight in percent. */
  readonly tao: bigint;
  readonly alpha: bigint;
  readonly weight: bigint;
  readonly tempo: number;
}

export const DEMO_SUBNETS: readonly DemoSubnet[] = [
  {
    name: 'Quillwork',
    symbol: 'α',
    about: 'Long texts, written and checked by many hands.',
    tao: 42_000n,
    alpha: 610_000n,
    weight: 50n,
    tempo: 100,
  },
  {
    name: 'Tidepool',
    symbol: 'β',
    about: 'Forecasts of sea, wind and weather.',
    tao: 18_500n,
    alpha: 520_000n,
    weight: 50n,
    tempo: 100,
  },
  {
    name: 'Lantern Search',
    symbol: 'γ',
    about: 'An index of the open web.',
    tao: 61_000n,
    alpha: 480_000n,
    weight: 52n,
    tempo: 100,
  },
  {
    name: 'Foldyard',
    symbol: 'δ',
    about: 'Shapes of proteins, one at a time.',
    tao: 9_400n,
    alpha: 390_000n,
    weight: 49n,
    tempo: 120,
  },
  {
    name: 'Second Ear',
    symbol: 'ε',
    about: 'Speech to text in forty languages.',
    tao: 3_100n,
    alpha: 450_000n,
    weight: 50n,
    tempo: 120,
  },
  {
    name: 'Ledgerline',
    symbol: 'ζ',
    about: 'Prices of things that are rarely sold.',
    tao: 27_000n,
    alpha: 700_000n,
    weight: 47n,
    tempo: 150,
  },
  {
    name: 'Kiln',
    symbol: 'η',
    about: 'Training of small models on borrowed machines.',
    tao: 88_000n,
    alpha: 560_000n,
    weight: 55n,
    tempo: 100,
  },
  {
    name: 'Paper Boat',
    symbol: 'θ',
    about: 'A young subnet with a shallow pool.',
    tao: 240n,
    alpha: 95_000n,
    weight: 50n,
    tempo: 180,
  },
];

export interface DemoValidator {
  readonly name: string;
  readonly url: string;
  readonly about: string;
  /** Percent. */
  readonly take: number;
  /** TAO of its owner on root. */
  readonly rootStake: bigint;
  /** Netuids it validates besides root. */
  readonly subnets: readonly number[];
}

export const DEMO_VALIDATORS: readonly DemoValidator[] = [
  {
    name: 'Northlight',
    url: 'https://northlight.example',
    about: 'Runs on hydro power.',
    take: 9,
    rootStake: 240_000n,
    subnets: [1, 2, 3, 4, 5, 6, 7, 8],
  },
  {
    name: 'Cedar & Salt',
    url: 'https://cedarsalt.example',
    about: 'Two people and a rack.',
    take: 12,
    rootStake: 128_000n,
    subnets: [1, 2, 3, 6, 7],
  },
  {
    name: 'Halfmoon Labs',
    url: 'https://halfmoon.example',
    about: 'Research first.',
    take: 18,
    rootStake: 96_000n,
    subnets: [1, 3, 4, 5, 7],
  },
  {
    name: 'Opendock',
    url: 'https://opendock.example',
    about: 'Takes nothing, asks for feedback.',
    take: 0,
    rootStake: 74_000n,
    subnets: [2, 3, 7],
  },
  {
    name: 'Juniper Stake',
    url: 'https://juniper.example',
    about: '',
    take: 18,
    rootStake: 61_000n,
    subnets: [1, 2, 4, 6],
  },
  {
    name: 'Tern',
    url: 'https://tern.example',
    about: 'Small, awake, nearby.',
    take: 15,
    rootStake: 40_000n,
    subnets: [3, 5, 7, 8],
  },
  {
    name: 'Basalt',
    url: 'https://basalt.example',
    about: 'Since the first block.',
    take: 16,
    rootStake: 37_500n,
    subnets: [1, 6, 7],
  },
  { name: 'Kestrel Nodes', url: 'https://kestrel.example', about: '', take: 11, rootStake: 22_000n, subnets: [2, 5] },
  { name: 'Mulberry', url: '', about: 'A hobby that grew.', take: 8, rootStake: 15_000n, subnets: [1, 4, 8] },
  {
    name: 'Sundial',
    url: 'https://sundial.example',
    about: 'Never late.',
    take: 18,
    rootStake: 9_800n,
    subnets: [3, 6],
  },
  { name: 'Copper Kettle', url: '', about: '', take: 5, rootStake: 4_200n, subnets: [7] },
];
