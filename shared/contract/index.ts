import type { ContractRouterClient } from '@orpc/contract';
import type * as z from 'zod';
import { accountsContract, type zAccount, type zVaultState } from './accounts.ts';
import { appContract, type zEndpointHealth, type zHeartbeat, type zHostInfo } from './app.ts';
import {
  portfolioContract,
  type zBalance,
  type zPortfolio,
  type zStakePosition,
  type zSubnet,
  type zValidator,
} from './portfolio.ts';
import { settingsContract, type zSettings } from './settings.ts';
import {
  transactionsContract,
  type zAsset,
  type zAssetAmount,
  type zEffect,
  type zJournalEntry,
  type zObstacle,
  type zQuote,
  type zReview,
  type zWarning,
} from './transactions.ts';

/** Everything the window may ask of main. Each domain owns its slice; this is their merge. */
export const contract = {
  app: appContract,
  accounts: accountsContract,
  portfolio: portfolioContract,
  transactions: transactionsContract,
  settings: settingsContract,
};

export type Contract = typeof contract;
export type ApiClient = ContractRouterClient<Contract>;

export type Account = z.output<typeof zAccount>;
export type VaultState = z.output<typeof zVaultState>;
export type HostInfo = z.output<typeof zHostInfo>;
export type Heartbeat = z.output<typeof zHeartbeat>;
export type EndpointHealthView = z.output<typeof zEndpointHealth>;
export type Balance = z.output<typeof zBalance>;
export type StakePosition = z.output<typeof zStakePosition>;
export type Portfolio = z.output<typeof zPortfolio>;
export type Subnet = z.output<typeof zSubnet>;
export type Validator = z.output<typeof zValidator>;
export type Settings = z.output<typeof zSettings>;
export type Asset = z.output<typeof zAsset>;
export type AssetAmount = z.output<typeof zAssetAmount>;
export type Effect = z.output<typeof zEffect>;
export type JournalEntry = z.output<typeof zJournalEntry>;
export type Obstacle = z.output<typeof zObstacle>;
export type Quote = z.output<typeof zQuote>;
export type Review = z.output<typeof zReview>;
export type Warning = z.output<typeof zWarning>;
export { type DecodedCallView, type Intent, TX_STATES, type TxState, WARNING_CODES } from './transactions.ts';
