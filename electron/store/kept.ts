export const DAY_MS = 86_400_000;

/** Samples are kept whole this long; of older ones the last of each day stays. */
export const KEPT_WHOLE_MS = 90 * DAY_MS;

/** Newest blocks whose hash is kept to find samples of a fork. */
export const KEPT_BLOCKS = 64;
