import type {
  Balance,
  BasketOwed,
  Exit,
  Portfolio,
  RootDividend,
  StakeLock,
  StakePosition,
  Totals,
} from '../../shared/contract/index.ts';
import { formatAmount, isRoot, type Netuid } from '../../shared/units/index.ts';
import { csvText, inertText } from './csv.ts';

/** What is written to a file: one account's figures or those of all, true at one block. */
export interface ExportFacts {
  readonly network: string;
  readonly block: Portfolio['block'];
  /** When the file is made. */
  readonly exportedAtMs: number;
  readonly balances: readonly Balance[];
  readonly positions: readonly StakePosition[];
  readonly locks: readonly StakeLock[];
  readonly rootDividends: readonly RootDividend[];
  /** Undefined where there are none, and before they were read. */
  readonly baskets: readonly BasketOwed[] | undefined;
  readonly totals: Totals;
  /** Label of an account. */
  readonly labelOf: (address: string) => string | undefined;
}

const CSV_COLUMNS = [
  'record',
  'account',
  'account_address',
  'validator',
  'validator_hotkey',
  'netuid',
  'subnet',
  'amount',
  'amount_unit',
  'price_tao_per_alpha',
  'spot_value_tao',
  'exit',
  'exit_value_tao',
  'exit_block',
  'earned_amount',
  'earned_since_block',
  'earned_exact',
  'claim_threshold_amount',
  'claim_quote_block',
  'network',
  'block_number',
  'block_hash',
  'exported_at',
] as const;
type CsvRecord = Partial<Record<(typeof CSV_COLUMNS)[number], string>>;

/** `TAO` on root, whose stake is TAO; the alpha of one subnet elsewhere. */
function unitOf(netuid: Netuid): string {
  return isRoot(netuid) ? 'TAO' : `alpha of subnet ${netuid}`;
}

function account(address: string, { labelOf }: ExportFacts): CsvRecord {
  return { account: inertText(labelOf(address) ?? ''), account_address: address };
}

function balanceRecords(balance: Balance, facts: ExportFacts): CsvRecord[] {
  return (['free', 'reserved', 'frozen', 'transferable'] as const).map((part) => ({
    record: `balance_${part}`,
    ...account(balance.address, facts),
    amount: formatAmount(balance[part]),
    amount_unit: 'TAO',
  }));
}

function exitFields(exit: Exit): CsvRecord {
  return {
    exit: exit.is,
    exit_value_tao: exit.is === 'pays' ? formatAmount(exit.tao) : '',
    exit_block: exit.is === 'unknown' ? '' : String(exit.blockNumber),
  };
}

function positionRecord(position: StakePosition, facts: ExportFacts): CsvRecord {
  const { coldkey, hotkey, netuid, earned } = position;
  return {
    record: 'position',
    ...account(coldkey, facts),
    validator: inertText(position.validatorName ?? ''),
    validator_hotkey: hotkey,
    netuid: String(netuid),
    subnet: inertText(position.subnetName),
    amount: formatAmount(position.alpha),
    amount_unit: unitOf(netuid),
    price_tao_per_alpha: isRoot(netuid) ? '1' : formatAmount(position.price),
    spot_value_tao: formatAmount(position.spotValue),
    ...exitFields(position.exit),
    earned_amount: earned === undefined ? '' : formatAmount(earned.alpha),
    earned_since_block: earned === undefined ? '' : String(earned.fromBlock),
    earned_exact: earned === undefined ? '' : earned.exact ? 'yes' : 'at least',
  };
}

function lockRecords(lock: StakeLock, facts: ExportFacts): CsvRecord[] {
  return (['locked', 'available'] as const).map((part) => ({
    record: `stake_${part}`,
    ...account(lock.coldkey, facts),
    netuid: String(lock.netuid),
    amount: formatAmount(lock[part]),
    amount_unit: unitOf(lock.netuid),
  }));
}

function dividendRecord(dividend: RootDividend, facts: ExportFacts): CsvRecord {
  return {
    record: 'root_dividend',
    ...account(dividend.coldkey, facts),
    validator_hotkey: dividend.hotkey,
    netuid: String(dividend.netuid),
    amount: formatAmount(dividend.owed),
    amount_unit: unitOf(dividend.netuid),
    spot_value_tao: formatAmount(dividend.spotValue),
    claim_threshold_amount: formatAmount(dividend.threshold),
  };
}

/** TAO that is owed and cannot be spent before it is claimed. */
function basketRecord(basket: BasketOwed, facts: ExportFacts): CsvRecord {
  return {
    record: 'basket_claimable',
    ...account(basket.coldkey, facts),
    validator: inertText(basket.validatorName ?? ''),
    validator_hotkey: basket.hotkey,
    amount: formatAmount(basket.owed),
    amount_unit: 'TAO',
    claim_threshold_amount: formatAmount(basket.threshold),
    claim_quote_block: String(basket.blockNumber),
  };
}

/**
 * One record a line: balances, positions, locks, root dividends and baskets. Amounts are exact decimal text, each with its unit;
 * chain text cannot become a formula. UTF-8, RFC 4180.
 */
export function portfolioCsv(facts: ExportFacts): string {
  const always: CsvRecord = {
    network: facts.network,
    block_number: String(facts.block.blockNumber),
    block_hash: facts.block.blockHash,
    exported_at: new Date(facts.exportedAtMs).toISOString(),
  };
  const records = [
    ...facts.balances.flatMap((balance) => balanceRecords(balance, facts)),
    ...facts.positions.map((position) => positionRecord(position, facts)),
    ...facts.locks.flatMap((lock) => lockRecords(lock, facts)),
    ...facts.rootDividends.map((dividend) => dividendRecord(dividend, facts)),
    ...(facts.baskets ?? []).map((basket) => basketRecord(basket, facts)),
  ];
  return csvText([
    CSV_COLUMNS,
    ...records.map((record) => CSV_COLUMNS.map((column) => ({ ...record, ...always })[column] ?? '')),
  ]);
}
