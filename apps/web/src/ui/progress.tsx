import { clsx } from 'clsx';

interface ProgressProps {
  label: string;
  /** Of 1, more where more than all of it is done; left out while nobody knows how far it is. */
  value?: number;
  tone?: 'accent' | 'danger';
  labelHidden?: boolean;
}

/** How far a long work is: imports, uploads, bulk changes. */
export function Progress({ label, value, tone = 'accent', labelHidden }: ProgressProps) {
  const known = value !== undefined;
  const told = known ? Math.round(Math.max(0, value) * 100) : 100;
  const done = Math.min(100, told);
  return (
    <div className="flex flex-col gap-1">
      {!labelHidden && (
        <div className="flex justify-between text-ink-muted text-xs">
          <span>{label}</span>
          {known && <span className="tabular">{told}%</span>}
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={known ? done : undefined}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={clsx(
            'h-full rounded-full transition-[width] duration-200',
            !known && 'animate-pulse',
            tone === 'accent' ? 'bg-accent' : 'bg-danger',
          )}
          style={{ width: `${done}%` }}
        />
      </div>
    </div>
  );
}
