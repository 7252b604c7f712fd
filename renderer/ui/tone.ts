import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';

/** State, never decoration. Each has its own drawing, so that colour is not alone. */
export type Tone = 'attention' | 'danger' | 'success' | 'info';

export const TONE_ICON: Readonly<Record<Tone, LucideIcon>> = {
  attention: TriangleAlert,
  danger: CircleAlert,
  success: CircleCheck,
  info: Info,
};

/** Words for screen readers, said before the message. */
export const TONE_WORD: Readonly<Record<Tone, string>> = {
  attention: 'Attention',
  danger: 'Problem',
  success: 'Done',
  info: 'Note',
};

export const TONE_TEXT: Readonly<Record<Tone, string>> = {
  attention: 'text-attention',
  danger: 'text-danger',
  success: 'text-success',
  info: 'text-accent',
};

export const TONE_GROUND: Readonly<Record<Tone, string>> = {
  attention: 'bg-attention-soft',
  danger: 'bg-danger-soft',
  success: 'bg-success-soft',
  info: 'bg-accent-soft',
};
