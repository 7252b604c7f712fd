import type { CallHandler } from './handler.ts';

export const stakeCalls: readonly (readonly [name: string, handler: CallHandler])[] = [];
