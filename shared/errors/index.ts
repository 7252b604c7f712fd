export { AppError, type AppErrorFacts, type AppErrorShape } from './app-error.ts';
export { APP_ERROR_CODES, type AppErrorCode } from './codes.ts';
