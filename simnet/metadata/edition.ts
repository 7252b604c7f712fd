/** Which interface is described: that of mainnet spec 424, or the same with root baskets in place of claims by subnet. */
export type Edition = 'mainnet' | 'baskets';
