import type { ContractRouterClient } from '@orpc/contract';
import type * as z from 'zod';
import { accountsContract, type zAccount, type zVaultState } from './accounts.ts';
import { appContract, type zEndpointHealth, type zHeartbeat, type zHostInfo } from './app.ts';
import {
  portfolioContract,
  type zBalance,
  type zBasketOwed,
  type zEarned,
  type zExit,
  type zLock,
  type zPortfolio,
  type zPositionEarned,
  type zRootDividend,
  type zStakePosition,
  type zSubnet,
  type zSubnetExit,
  type zTotals,
  type zValidator,
  type zValueSample,
} from './portfolio.ts';
import { settingsContract, type zSettings } from './settings.ts';
import {
  stakingContract,
  type zAutoStake,
  type zBasket,
  type zOwnHotkey,
  type zValidatorHere,
  type zYield,
} from './staking.ts';
import {
  transactionsContract,
  type zAsset,
  type zAssetAmount,
  type zChange,
  type zClaimPart,
  type zEffect,
  type zJournalEntry,
  type zMoved,
  type zObstacle,
  type zQuote,
  type zQuoteLeg,
  type zQuotePart,
  type zReview,
  type zSkipped,
  type zWarning,
} from './transactions.ts';

/** Everything the window may ask of main. Each domain owns its slice; this is their merge. */
export const contract = {
  app: appContract,
  accounts: accountsContract,
  portfolio: portfolioContract,
  staking: stakingContract,
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
export type Exit = z.output<typeof zExit>;
export type Earned = z.output<typeof zEarned>;
export type StakeLock = z.output<typeof zLock>;
export type SubnetExit = z.output<typeof zSubnetExit>;
export type RootDividend = z.output<typeof zRootDividend>;
export type BasketOwed = z.output<typeof zBasketOwed>;
export type Totals = z.output<typeof zTotals>;
export type ValueSample = z.output<typeof zValueSample>;
export type PositionEarned = z.output<typeof zPositionEarned>;
export type ValidatorHere = z.output<typeof zValidatorHere>;
export type MeasuredYield = z.output<typeof zYield>;
export type OwnHotkey = z.output<typeof zOwnHotkey>;
export type AutoStake = z.output<typeof zAutoStake>;
export type Basket = z.output<typeof zBasket>;
export type Subnet = z.output<typeof zSubnet>;
export type Validator = z.output<typeof zValidator>;
export type Settings = z.output<typeof zSettings>;
export type Asset = z.output<typeof zAsset>;
export type AssetAmount = z.output<typeof zAssetAmount>;
export type Effect = z.output<typeof zEffect>;
export type Change = z.output<typeof zChange>;
export type ClaimPart = z.output<typeof zClaimPart>;
export type Moved = z.output<typeof zMoved>;
export type JournalEntry = z.output<typeof zJournalEntry>;
export type Obstacle = z.output<typeof zObstacle>;
export type Quote = z.output<typeof zQuote>;
export type QuoteLeg = z.output<typeof zQuoteLeg>;
export type QuotePart = z.output<typeof zQuotePart>;
export type SkippedPosition = z.output<typeof zSkipped>;
export type Review = z.output<typeof zReview>;
export type Warning = z.output<typeof zWarning>;
export type { ClaimType, Intent, StakeStep } from './intents.ts';
export { type DecodedCallView, TX_STATES, type TxState, WARNING_CODES } from './transactions.ts';
