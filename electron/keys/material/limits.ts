/** Longest password as typed, UTF-16 units: keeps a hostile caller from feeding the KDF megabytes. */
export const MAX_PASSWORD_UNITS = 1024;
/** Characters (code points after normalisation) a new vault or export password must have; the interface asks for more. */
export const MIN_PASSWORD_CHARS = 8;
