export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** A second line: what sets it apart from others of that name. */
  readonly note?: string;
  /** Further words it is found by; a whole key, for one. */
  readonly keywords?: string;
}

/** Most options that are drawn; more typing finds the others. */
export const SHOWN_OPTIONS = 50;

export interface Matches {
  readonly shown: readonly ComboboxOption[];
  /** How many match beyond those shown. */
  readonly more: number;
}

/** Options that hold every word of the query, in their order; one whose value is the query comes alone. */
export function matchingOptions(options: readonly ComboboxOption[], query: string): Matches {
  const exact = options.find(({ value }) => value !== '' && value === query.trim());
  if (exact !== undefined) return { shown: [exact], more: 0 };
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = options.filter(({ label, note, keywords }) => {
    const text = `${label} ${note ?? ''} ${keywords ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { shown: found.slice(0, SHOWN_OPTIONS), more: Math.max(0, found.length - SHOWN_OPTIONS) };
}
