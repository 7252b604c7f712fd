import { createStore } from 'zustand/vanilla';
import type { Tone } from './tone.ts';

export interface Toast {
  readonly id: number;
  readonly tone: Tone;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** Short messages on their way to the toast region; the kit's own state, about nothing but itself. */
export const toasts = createStore<{ readonly items: readonly Toast[] }>(() => ({ items: [] }));

const MOST_AT_ONCE = 4;
let nextId = 1;

/** Shows a message that needs no answer. Problems that need one belong on the page. */
export function showToast(tone: Tone, title: string, detail?: string): void {
  const toast: Toast = { id: nextId, tone, title, detail };
  nextId += 1;
  toasts.setState(({ items }) => ({ items: [...items, toast].slice(-MOST_AT_ONCE) }));
}

export function dismissToast(id: number): void {
  toasts.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }));
}
