import { createContext } from 'react';

/** True while balances are hidden. Provided once by the frame, read by `Amount` alone. */
export const AmountsHidden = createContext(false);
