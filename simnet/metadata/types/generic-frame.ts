import { as, type Ref, struct } from '../language/type.ts';

/** One value for each dispatch class. */
export function perDispatchClass(of: Ref): Ref {
  const each = as('T', of);
  return struct(
    'frame_support::dispatch::PerDispatchClass',
    { normal: each, operational: each, mandatory: each },
    { T: of },
  );
}

/** An amount held or frozen for a reason. */
export const idAmount = (id: Ref, balance: Ref): Ref =>
  struct(
    'frame_support::traits::tokens::misc::IdAmount',
    { id: as('Id', id), amount: as('Balance', balance) },
    { Id: id, Balance: balance },
  );
