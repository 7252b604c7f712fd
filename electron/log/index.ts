export { type Logger, openLogger, silentLogger } from './logger.ts';
