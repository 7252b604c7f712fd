export { sentenceFor } from './errors.ts';
export { type IntentNames, intentText } from './intent-text.ts';
export { INTENT_LABELS, isSettled, STATE_COPY, type StateTone } from './transaction-states.ts';
export { type WarningWeight, warningTexts } from './warnings.ts';
