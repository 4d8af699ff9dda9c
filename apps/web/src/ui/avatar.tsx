import { clsx } from 'clsx';
import { TONE_CLASS, type Tone } from './tone.ts';

const TONES: Tone[] = ['accent', 'info', 'success', 'warning', 'neutral'];

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

/** Initials on a colour that stays the same for a name. Decorative: the name must stand beside it. */
export function Avatar({ name, size = 'md' }: { name: string; size?: 'sm' | 'md' | 'lg' }) {
  const tone =
    TONES[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % TONES.length] ?? 'neutral';
  return (
    <span
      aria-hidden
      className={clsx(
        'inline-grid shrink-0 select-none place-items-center rounded-full font-semibold',
        TONE_CLASS[tone],
        size === 'sm' && 'size-6 text-[0.625rem]',
        size === 'md' && 'size-8 text-xs',
        size === 'lg' && 'size-11 text-lg',
      )}
    >
      {initials(name)}
    </span>
  );
}
