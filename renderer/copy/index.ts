export { sentenceFor } from './errors.ts';
export { type IntentNames, intentText, stakeAmountText, subnetText } from './intent-text.ts';
export type { Sentence } from './sentence.ts';
export { INTENT_LABELS, isSettled, STATE_COPY, type StateTone } from './transaction-states.ts';
export { type WarningText, type WarningWeight, warningTexts } from './warnings.ts';
