/** Rao an account must keep to exist. */
export const EXISTENTIAL_DEPOSIT = 500n;

export const MAX_BALANCE = (1n << 64n) - 1n;

/** Marks an account that uses the current lock and hold rules. */
export const NEW_LOGIC_FLAG = 1n << 127n;
