/** What the connected runtime can do, asked of its metadata (chain guide, section 10). Re-probed after every upgrade. */
export interface Capabilities {
  readonly typedRuntimeApis: boolean;
  readonly limitStaking: boolean;
  readonly swapStake: boolean;
  readonly transferStake: boolean;
  readonly unstakeAll: boolean;
  readonly fullExitLimit: boolean;
  readonly quotes: boolean;
  readonly quoteSlippage: boolean;
  readonly allPrices: boolean;
  readonly stakeAvailability: boolean;
  readonly clearSigning: boolean;
  readonly senateVoting: boolean;
  readonly collectiveReferenda: boolean;
  readonly convictionLocks: boolean;
}
