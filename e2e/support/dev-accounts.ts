/** A development account of every Substrate chain: its raw seed is public knowledge and holds practice money only. */
export interface DevAccount {
  readonly seed: string;
  readonly address: string;
}

/** In `demo` the coldkey of a validator, with stake on root and on two subnets. */
export const ALICE: DevAccount = {
  seed: 'e5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a',
  address: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
};

/** In `edge` the holder of one position of every odd kind. */
export const BOB: DevAccount = {
  seed: '398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89',
  address: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty',
};

/** In `mainnet` the holder of 500 positions. */
export const FERDIE: DevAccount = {
  seed: '42438b7883391c05512a938e36c2df0131e088b3756d6aa7a755fbff19d2f842',
  address: '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL',
};
