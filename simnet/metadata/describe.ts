import type { Pallet } from './language/pallet.ts';
import {
  as,
  enumeration,
  type OuterName,
  outer,
  type Params,
  type Ref,
  type Type,
  units,
  type Variant,
  v,
} from './language/type.ts';
import { pallets } from './pallets/all.ts';
import { AccountId32 } from './types/account.ts';

const RUNTIME = 'node_subtensor_runtime';

/** The four enums FRAME derives from one pallet; absent where the pallet has none. */
export interface PalletEnums {
  readonly calls: Ref | undefined;
  readonly events: Ref | undefined;
  readonly errors: Ref | undefined;
}

const only = (params: Params | undefined): Params => params ?? { T: null };

function enumsOf(pallet: Pallet): PalletEnums {
  const of = (name: string, variants: readonly Variant[] | undefined, params: Params): Ref | undefined =>
    variants === undefined ? undefined : enumeration(`${pallet.path}::${name}`, variants, params);
  return {
    calls: of('Call', pallet.calls, only(pallet.params)),
    events: of('Event', pallet.events, pallet.plainEvent === true ? {} : only(pallet.params)),
    errors: of('Error', pallet.errors && units(...pallet.errors), only(pallet.params)),
  };
}

const enums = new Map(pallets.map((pallet) => [pallet, enumsOf(pallet)]));

/** The enums of a described pallet. */
export function palletEnums(pallet: Pallet): PalletEnums {
  const found = enums.get(pallet);
  if (found === undefined) throw new Error(`simnet metadata: pallet ${pallet.name} is not part of the runtime`);
  return found;
}

// The macro that writes RuntimeCall leaves this spelling, line break included; clients show it, so it is kept.
const callSpelling = (pallet: string): string =>
  `self::sp_api_hidden_includes_construct_runtime::hidden_include::dispatch\n::CallableCallFor<${pallet}, Runtime>`;

function outerOf(name: OuterName, pick: (pallet: Pallet) => readonly [label: string, ref: Ref] | undefined): Type {
  const variants: Variant[] = [];
  for (const pallet of pallets) {
    const picked = pick(pallet);
    if (picked !== undefined) variants.push(v(pallet.index, pallet.name, [as(picked[0], picked[1])]));
  }
  return enumeration(`${RUNTIME}::${name}`, variants).type;
}

const rawOrigin = enumeration(
  'frame_support::dispatch::RawOrigin',
  [v(0, 'Root'), v(1, 'Signed', [as('AccountId', AccountId32)]), v(2, 'None'), v(3, 'Authorized')],
  { AccountId: AccountId32 },
);

const outers: Readonly<Record<OuterName, () => Type>> = {
  RuntimeCall: () =>
    outerOf('RuntimeCall', (pallet) => {
      const { calls } = palletEnums(pallet);
      return calls && [callSpelling(pallet.name), calls];
    }),
  RuntimeEvent: () =>
    outerOf('RuntimeEvent', (pallet) => {
      const { events } = palletEnums(pallet);
      return events && [`${pallet.crate}::Event${pallet.plainEvent === true ? '' : '<Runtime>'}`, events];
    }),
  RuntimeError: () =>
    outerOf('RuntimeError', (pallet) => {
      const { errors } = palletEnums(pallet);
      return errors && [`${pallet.crate}::Error<Runtime>`, errors];
    }),
  RuntimeHoldReason: () =>
    outerOf('RuntimeHoldReason', (pallet) => pallet.holdReason && [`${pallet.crate}::HoldReason`, pallet.holdReason]),
  RuntimeFreezeReason: () => outerOf('RuntimeFreezeReason', () => undefined),
  OriginCaller: () =>
    enumeration(`${RUNTIME}::OriginCaller`, [v(0, 'system', [as('frame_system::Origin<Runtime>', rawOrigin)])]).type,
};

/** The enum composed of the described pallets. */
export const resolveOuter = (name: OuterName): Type => outers[name]();

export const outerEnums = {
  call: outer('RuntimeCall').type,
  event: outer('RuntimeEvent').type,
  error: outer('RuntimeError').type,
} as const;
