import { bare, enumeration, type Ref, struct, tuple, v, vec } from './type.ts';

/** Rust's generic containers as SCALE metadata spells them. */

export const option = (of: Ref): Ref => ({
  ...enumeration('Option', [v(0, 'None'), v(1, 'Some', [bare(of)])], { T: of }),
  label: `Option<${of.label ?? ''}>`,
});

export const result = (ok: Ref, error: Ref): Ref => ({
  ...enumeration('Result', [v(0, 'Ok', [bare(ok)]), v(1, 'Err', [bare(error)])], { T: ok, E: error }),
  label: `Result<${ok.label ?? ''}, ${error.label ?? ''}>`,
});

export const btreeMap = (key: Ref, value: Ref): Ref => ({
  ...struct('BTreeMap', [bare(vec(tuple(key, value)))], { K: key, V: value }),
  label: `BTreeMap<${key.label ?? ''}, ${value.label ?? ''}>`,
});

export const btreeSet = (of: Ref): Ref => ({
  ...struct('BTreeSet', [bare(vec(of))], { T: of }),
  label: `BTreeSet<${of.label ?? ''}>`,
});

export const cow = (of: Ref): Ref => ({ ...struct('Cow', [bare(of)], { T: of }), label: `Cow<${of.label ?? ''}>` });

const generic = (label: string, ref: Ref): Ref => ({ label, type: ref.type });

export const boundedVec = (of: Ref): Ref => ({
  ...struct('bounded_collections::bounded_vec::BoundedVec', [generic('Vec<T>', vec(of))], { T: of, S: null }),
  label: `BoundedVec<${of.label ?? ''}>`,
});

export const weakBoundedVec = (of: Ref): Ref => ({
  ...struct('bounded_collections::weak_bounded_vec::WeakBoundedVec', [generic('Vec<T>', vec(of))], { T: of, S: null }),
  label: `WeakBoundedVec<${of.label ?? ''}>`,
});
