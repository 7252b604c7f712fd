/** 1 TAO in rao. */
export const TAO = 1_000_000_000n;

/** An account of the tests' own; worth nothing anywhere. */
export const OWN = {
  seed: `${'5c'.repeat(31)}01`,
  address: '5DJdvyg6YxE9vVLQgDgER6oeXCb7FNFRRurvV5HpR9BAyDVQ',
  /** Another valid address that begins and ends like it. */
  lookalike: '5DJdvyg6YxE9vVLQgDgER6oeXCb7FNFRRurNVzKXBqFSyDVQ',
} as const;

/** Twelve words with a right checksum, published in the BIP-39 test vectors, and the address they give. */
export const WORDS = {
  mnemonic: 'legal winner thank year wave sausage worth useful legal winner thank yellow',
  address: '5EHgWw2Af1pnoc7f1A8bfmM97W3DAYW8xr82RfhLL9oAabAe',
} as const;

/** The development account //Bob in the spellings a person may come across. */
export const BOB = {
  uri: '//Bob',
  address: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty',
  prefix0: '14E5nqKAp3oAJcmzgZhUD2RcptBeUBScxKHgJKU4HPNcKVf3',
  hex: '0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48',
} as const;
