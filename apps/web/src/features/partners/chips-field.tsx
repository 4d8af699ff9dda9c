import { useController } from 'react-hook-form';

interface Group {
  label?: string;
  options: { value: string; label: string }[];
}

interface ChipsFieldProps {
  name: string;
  legend: string;
  hint?: string;
  required?: boolean;
  groups: Group[];
}

const CHIP =
  'relative flex min-h-9 cursor-pointer items-center rounded-full border border-line-strong px-3 text-sm hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-accent-ink';

/** Several of a few words, all in sight; its value is the list of those chosen. */
export function ChipsField({ name, legend, hint, required, groups }: ChipsFieldProps) {
  const { field, fieldState } = useController({ name });
  const chosen = field.value as string[];
  const toggle = (value: string) =>
    field.onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-sm">
        {legend}
        {required && (
          <span aria-hidden className="text-danger">
            {' *'}
          </span>
        )}
        {hint && <span className="ms-2 font-normal text-ink-faint text-xs">{hint}</span>}
      </legend>
      {groups.map((group) => (
        <div key={group.label ?? legend} className="mb-2">
          {group.label && <p className="mb-1 text-ink-muted text-xs">{group.label}</p>}
          <div className="flex flex-wrap gap-1.5">
            {group.options.map(({ value, label }) => (
              <label key={value} className={CHIP}>
                <input
                  type="checkbox"
                  name={name}
                  checked={chosen.includes(value)}
                  aria-invalid={fieldState.error ? true : undefined}
                  onChange={() => toggle(value)}
                  className="absolute inset-0 cursor-pointer opacity-0"
                />
                {label}
              </label>
            ))}
          </div>
        </div>
      ))}
      {fieldState.error && <p className="text-danger text-xs">{fieldState.error.message}</p>}
    </fieldset>
  );
}
