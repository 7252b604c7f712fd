// Invented by combination, so that 128 subnets and 64 validators have names; any likeness is accidental.
const SUBNET_FIRST = 'Amber Birch Cobalt Dawn Ember Fern Granite Harbor'.split(' ');
const SUBNET_SECOND =
  'Archive Bazaar Circuit Drift Engine Foundry Grove Hive Index Junction Kitchen Loom Mint Nest Orchard Press'.split(
    ' ',
  );
const VALIDATOR_FIRST = 'Arctic Bright Calm Distant Early Fair Gentle High'.split(' ');
const VALIDATOR_SECOND = 'Anchor Beacon Crane Delta Eagle Field Gate Heron'.split(' ');

/** First letters of alphabets whose symbols stand for alphas: Greek, Hebrew, Georgian, Armenian, Runic. */
const ALPHABETS: readonly (readonly [first: number, count: number])[] = [
  [0x03b1, 17],
  [0x03c3, 7],
  [0x05d0, 27],
  [0x10d0, 33],
  [0x0561, 38],
  [0x16a0, 20],
];

const SYMBOLS: readonly string[] = ALPHABETS.flatMap(([first, count]) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index)),
);

/** Counts and numbers of the scenario that tests and the bench rely on. */
export const MAINNET = {
  /** Root and 128 others. */
  subnets: 129,
  validators: 64,
  neurons: 256,
  coldkeys: 3_000,
  /** Positions of //Ferdie, those on root among them. */
  ferdiePositions: 500,
  ferdieRootPositions: 5,
  /** Registered, but trading has not started. */
  notStarted: [127, 128],
  /** TransferToggle is off. */
  noTransfers: [60, 90],
  /** Which of the validators //Alice owns, by rank of root stake. */
  aliceRank: 20,
} as const;

/** Name of a subnet other than root. */
export function subnetName(netuid: number): string {
  const index = netuid - 1;
  return `${SUBNET_FIRST[index >> 4] ?? ''} ${SUBNET_SECOND[index & 15] ?? ''}`;
}

export function subnetSymbol(netuid: number): string {
  return SYMBOLS[netuid - 1] ?? 'α';
}

/** Ranks whose owners never set an identity. */
const NAMELESS: ReadonlySet<number> = new Set([11, 19, 27, 38, 46, 55, 62]);
/** Ranks whose names are close to the 256 bytes a name may have. */
const LONG_NAMED: ReadonlySet<number> = new Set([23, 41, 58]);

/** Name of a validator by rank from 0; undefined for those without identity. */
export function validatorName(rank: number): string | undefined {
  if (rank === MAINNET.aliceRank) return 'Alice';
  if (NAMELESS.has(rank)) return undefined;
  const name = `${VALIDATOR_FIRST[rank >> 3] ?? ''} ${VALIDATOR_SECOND[rank & 7] ?? ''}`;
  return LONG_NAMED.has(rank) ? `${name} of the ${'very '.repeat(40)}long name` : name;
}
