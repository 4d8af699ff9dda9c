import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { TONE_CLASS, type Tone } from './tone.ts';

export type { Tone };

interface BadgeProps {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A short word on a tinted ground: tags, counts, plans. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5.5 max-w-full items-center gap-1 truncate rounded-md px-1.5 font-medium text-xs',
        TONE_CLASS[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/** The state of a record: a dot and a word, so that colour is never the only sign. */
export function StatusBadge({ tone = 'neutral', children }: BadgeProps) {
  return (
    <Badge tone={tone} icon={<span aria-hidden className="size-1.5 shrink-0 rounded-full bg-current" />}>
      {children}
    </Badge>
  );
}
