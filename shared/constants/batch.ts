// Apart from the schemas, so that the window can use them without the schema library.

/** Most operations one atomic batch carries; as many calls as a review shows. */
export const MAX_BATCH = 64;
/** Subnets one `claim_root` call may name. */
export const MAX_CLAIM_SUBNETS = 5;
