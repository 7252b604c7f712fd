import type {
  Heartbeat,
  HostInfo,
  Portfolio,
  PositionEarned,
  Settings,
  Subnet,
  Validator,
  ValueSample,
} from '../../shared/contract/index.ts';
import type { Coldkey, Rao } from '../../shared/units/index.ts';
import type { Keys } from '../keys/index.ts';
import type { StakingService as Staking } from '../staking/index.ts';
import type { Transactions } from '../transactions/index.ts';

/** How a service tells one listener its news; `fail` ends the stream with a typed error. */
export interface Listener<T> {
  readonly next: (value: T) => void;
  readonly fail: (error: unknown) => void;
}
/** Begins telling, at once with the value of now where there is one. Returns its own end. */
export type Subscribe<T> = (listener: Listener<T>) => () => void;

type BlockRef = Portfolio['block'];

export interface AppService {
  info(): Promise<HostInfo>;
  watchHeartbeat: Subscribe<Heartbeat>;
  capabilities(): Promise<Record<string, boolean>>;
  /** The person moved: postpones the auto-lock. Nothing else does. */
  touch(): void;
  /** Opens a link that already passed the allow-list. */
  openLink(url: URL): Promise<void>;
  faucet(address: string, amount: Rao): Promise<void>;
}

export interface PortfolioService {
  watch: Subscribe<Portfolio>;
  history(query: { readonly coldkey?: Coldkey | undefined; readonly sinceMs: number }): Promise<ValueSample[]>;
  earnedSince(query: { readonly sinceMs: number }): Promise<PositionEarned[]>;
  subnets(): Promise<{ block: BlockRef; subnets: Subnet[] }>;
  validators(): Promise<{ block: BlockRef; validators: Validator[] }>;
}

export type StakingService = Omit<Staking, 'resume' | 'close'>;

export interface SettingsService {
  get(): Settings;
  set(patch: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>;
}

/** Everything the API needs of the application. */
export interface Services {
  readonly app: AppService;
  readonly keys: Keys;
  readonly portfolio: PortfolioService;
  readonly staking: StakingService;
  readonly transactions: Omit<Transactions, 'resume' | 'close'>;
  readonly settings: SettingsService;
}
