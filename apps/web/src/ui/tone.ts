export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent';

export const TONE_CLASS: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-muted',
  info: 'bg-info-soft text-info',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  accent: 'bg-accent-soft text-accent-ink',
};
