declare const brandTag: unique symbol;

/** A value of type `T` that only the helpers of one unit may make; `Tag` names the unit. */
export type Branded<T, Tag extends string> = T & { readonly [brandTag]: Tag };
