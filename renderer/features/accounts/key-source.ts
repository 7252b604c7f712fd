/** Where an imported key comes from. Held only between two steps of one form. */
export type KeySource =
  | { readonly kind: 'words'; readonly mnemonic: string }
  | { readonly kind: 'seed'; readonly seed: string }
  | { readonly kind: 'json'; readonly json: string; readonly jsonPassword: string };

export interface ImportFormProps {
  readonly onBack: () => void;
  readonly onReady: (source: KeySource) => void;
}

/** One blank between words and none around: how people paste them. Letters are left for main to judge. */
export function tidyWords(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}
