/** What the connected runtime can do, asked of its metadata (chain guide, section 10). Re-probed after every upgrade. */
export interface Capabilities {
  readonly typedRuntimeApis: boolean;
  readonly limitStaking: boolean;
  readonly swapStake: boolean;
  readonly swapStakeLimit: boolean;
  readonly moveStake: boolean;
  /** move_stake with a limit of its own. */
  readonly moveStakeLimit: boolean;
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
  /** Per-subnet root claims: set_root_claim_type and claim_root. */
  readonly rootClaims: boolean;
  readonly rootBaskets: boolean;
  /** Root stake may be held for a while after it changed. */
  readonly rootStakeHold: boolean;
  readonly autoStake: boolean;
  readonly takeChanges: boolean;
  readonly childKeys: boolean;
  readonly atomicBatch: boolean;
  /** A call that does not find the TAO for its fee pays it in the alpha it moves. */
  readonly alphaFees: boolean;
  /** After adding to a position nothing of it may leave in the same block (runtime 365). */
  readonly oneStakeCallPerBlock: boolean;
  /** remove, move, swap and transfer cap the amount at the position. */
  readonly capsAtPosition: boolean;
  readonly epochDividends: boolean;
  readonly selectiveMetagraph: boolean;
}
