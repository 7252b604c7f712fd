import type { Ref, Type } from './type.ts';

export interface ApiMethod {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly type: Type }[];
  readonly output: Type;
}

export interface RuntimeApi {
  readonly name: string;
  readonly version: number;
  readonly methods: readonly ApiMethod[];
}

/** A runtime API method: its arguments in order, then what it answers. */
export const method = (name: string, inputs: Readonly<Record<string, Ref>>, output: Ref): ApiMethod => ({
  name,
  inputs: Object.entries(inputs).map(([input, ref]) => ({ name: input, type: ref.type })),
  output: output.type,
});

export const api = (name: string, version: number, methods: readonly ApiMethod[]): RuntimeApi => ({
  name,
  version,
  methods,
});
