export type { ChainClock } from './clock.ts';
export type { ConnectionStats } from './connection/stats.ts';
export type { Capabilities } from './metadata/capabilities.ts';
export { type OpenedChain, openChain } from './open-chain.ts';
export type { ChainLog, ChainLogFacts, ChainTuning, OpenChainOptions } from './options.ts';
export type {
  AccountRecord,
  At,
  BlockRef,
  CallSpec,
  ChainClient,
  ChainConstants,
  ChainEvent,
  ChainGuards,
  ChainStatus,
  DecodedArg,
  DecodedCall,
  DecodedPayload,
  EndpointHealth,
  InclusionRecord,
  RuntimeIdentity,
  SignedExtrinsic,
  SimulatedSwap,
  StakePositionRecord,
  SubnetRecord,
  UnsignedExtrinsic,
  Unsubscribe,
  ValidatorRecord,
} from './port.ts';
