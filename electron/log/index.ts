export { type Logger, openLogger, silentLogger } from './logger.ts';
export { redact, redactText } from './redact.ts';
