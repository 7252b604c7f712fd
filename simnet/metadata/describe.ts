import type { Edition } from './edition.ts';
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
import { palletsOf } from './pallets/all.ts';
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

// The macro that writes RuntimeCall leaves this spelling, line break included; clients show it, so it is kept.
const callSpelling = (pallet: string): string =>
  `self::sp_api_hidden_includes_construct_runtime::hidden_include::dispatch\n::CallableCallFor<${pallet}, Runtime>`;

const rawOrigin = enumeration(
  'frame_support::dispatch::RawOrigin',
  [v(0, 'Root'), v(1, 'Signed', [as('AccountId', AccountId32)]), v(2, 'None'), v(3, 'Authorized')],
  { AccountId: AccountId32 },
);

/** One edition's pallets with all that FRAME derives from them. */
export interface Description {
  readonly pallets: readonly DescribedPallet[];
  /** The enum composed of the described pallets. */
  readonly resolveOuter: (name: OuterName) => Type;
}

export interface DescribedPallet {
  readonly pallet: Pallet;
  readonly enums: PalletEnums;
}

type PickPart = (described: DescribedPallet) => readonly [label: string, ref: Ref] | undefined;

/** Which part of each pallet an outer enum is made of; OriginCaller is made of none. */
const PICKS: Readonly<Record<Exclude<OuterName, 'OriginCaller'>, PickPart>> = {
  RuntimeCall: ({ pallet, enums: { calls } }) => calls && [callSpelling(pallet.name), calls],
  RuntimeEvent: ({ pallet, enums: { events } }) =>
    events && [`${pallet.crate}::Event${pallet.plainEvent === true ? '' : '<Runtime>'}`, events],
  RuntimeError: ({ pallet, enums: { errors } }) => errors && [`${pallet.crate}::Error<Runtime>`, errors],
  RuntimeHoldReason: ({ pallet }) => pallet.holdReason && [`${pallet.crate}::HoldReason`, pallet.holdReason],
  RuntimeFreezeReason: () => undefined,
};

function outerOf(pallets: readonly DescribedPallet[], name: OuterName): Type {
  if (name === 'OriginCaller')
    return enumeration(`${RUNTIME}::${name}`, [v(0, 'system', [as('frame_system::Origin<Runtime>', rawOrigin)])]).type;
  const variants: Variant[] = [];
  for (const described of pallets) {
    const picked = PICKS[name](described);
    if (picked !== undefined)
      variants.push(v(described.pallet.index, described.pallet.name, [as(picked[0], picked[1])]));
  }
  return enumeration(`${RUNTIME}::${name}`, variants).type;
}

export function describe(edition: Edition): Description {
  const pallets = palletsOf(edition).map((pallet) => ({ pallet, enums: enumsOf(pallet) }));
  return { pallets, resolveOuter: (name) => outerOf(pallets, name) };
}

export const outerEnums = {
  call: outer('RuntimeCall').type,
  event: outer('RuntimeEvent').type,
  error: outer('RuntimeError').type,
} as const;
