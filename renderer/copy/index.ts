export { CHANGE_LABELS, changeText } from './change-text.ts';
export { sentenceFor } from './errors.ts';
export { claimTypeNow, type IntentNames, intentText, subnetText } from './intent-text.ts';
export { type MissingCapability, missingSentence } from './missing.ts';
export { plural } from './plural.ts';
export { INTENT_LABELS, isSettled, MOVED_WORDS, STATE_COPY, type StateTone } from './transaction-states.ts';
export { type WarningWeight, warningTexts } from './warnings.ts';
