import { cryptoWaitReady } from '@polkadot/util-crypto';
import { waitReady } from '@polkadot/wasm-crypto';
import { type Actors, letActorsTrade } from './actors/trade.ts';
import { callApi } from './apis/index.ts';
import { applyExtrinsic } from './block/apply.ts';
import { compactLength, settleEvents } from './block/events.ts';
import { closeBlock, openBlock } from './block/initialize.ts';
import { dispatcherOf } from './calls/dispatch.ts';
import { onInitialize } from './emission/on-initialize.ts';
import { Exec } from './exec.ts';
import { checkExtrinsic, toValidity } from './extrinsic/validate.ts';
import { concatBytes } from './hex.ts';
import { interfaceOf, type RuntimeInterface } from './interface.ts';
import { METADATA_VERSIONS, metadataBytes, metadataDigest } from './metadata-source.ts';
import type { Runtime, RuntimeVersion } from './port.ts';

export interface RuntimeOptions {
  /** Announced and signed-for spec version; the metadata's own when absent. */
  readonly specVersion?: number;
  /** False stops emission and epochs: pools and positions then move only by extrinsics. Default true. */
  readonly emission?: boolean;
  /** Root dividends go into baskets of the validators, as on runtimes from about 441 on. The genesis must say so too. */
  readonly rootBaskets?: boolean | undefined;
  /** Strangers who trade by themselves at the beginning of each block. Default: none. */
  readonly actors?: Actors | undefined;
  /** Called before a signed call runs. A DispatchFailure it throws fails the call as if the pallet had: the fee stays paid. */
  readonly beforeDispatch?: () => void;
}

interface VersionConstant {
  readonly spec_name: string;
  readonly impl_name: string;
  readonly authoring_version: number;
  readonly spec_version: number;
  readonly impl_version: number;
  readonly transaction_version: number;
  readonly system_version: number;
  readonly apis: readonly (readonly [string, number])[];
}

function versionOf(runtime: RuntimeInterface, specVersion: number | undefined): RuntimeVersion {
  const constant = runtime.constant('System', 'Version') as VersionConstant;
  return {
    specName: constant.spec_name,
    implName: constant.impl_name,
    authoringVersion: constant.authoring_version,
    specVersion: specVersion ?? constant.spec_version,
    implVersion: constant.impl_version,
    transactionVersion: constant.transaction_version,
    stateVersion: constant.system_version,
    apis: constant.apis,
  };
}

/** Waits for the signature code; everything after it is synchronous. Call once before `createRuntime`. */
export async function initRuntime(): Promise<void> {
  await Promise.all([cryptoWaitReady(), waitReady()]);
}

/** The practice network's runtime: spec 424, or that with root baskets, as far as it is described, over raw storage. Holds no state of its own. */
export function createRuntime(options: RuntimeOptions = {}): Runtime {
  const edition = options.rootBaskets === true ? 'baskets' : 'mainnet';
  const runtime = interfaceOf(edition);
  const { callCodec } = runtime;
  const version = versionOf(runtime, options.specVersion);
  const facts = { version, metadataDigest: metadataDigest(edition), callCodec };
  const running = { dispatch: dispatcherOf(edition), beforeDispatch: options.beforeDispatch };
  const metadata = (wanted: number): Uint8Array | undefined => metadataBytes(wanted, edition);
  return {
    version,
    metadata,
    metadataVersions: () => METADATA_VERSIONS,
    validate: (state, extrinsic, context) => {
      const checked = checkExtrinsic(state, extrinsic, context, facts);
      return checked.ok ? toValidity(checked, context) : checked;
    },
    initializeBlock: (state, context, parentHash, digest) => {
      openBlock(state, context, parentHash, digest);
      const { emission = true, actors } = options;
      if (!emission && actors === undefined) return;
      const exec = new Exec(state, context.blockNumber, { type: 'Initialization' });
      exec.transaction(() => {
        if (emission) onInitialize(exec);
        if (actors !== undefined) letActorsTrade(exec, actors, parentHash);
        settleEvents(exec.state, exec);
      });
    },
    inherents: (context) => {
      const call = callCodec.enc({ type: 'Timestamp', value: { type: 'set', value: { now: context.timestampMs } } });
      return [concatBytes([compactLength(call.length + 1), Uint8Array.of(4), call])];
    },
    applyExtrinsic: (state, extrinsic, context) => applyExtrinsic(state, extrinsic, context, facts, running),
    finalizeBlock: closeBlock,
    call: (state, method, args, block) =>
      callApi({ runtime, state, block, facts, version, metadata, metadataVersions: METADATA_VERSIONS }, method, args),
  };
}
