import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { IconButton } from '../../ui/icon-button.tsx';
import type { FieldCommon } from './form-field.tsx';
import { TextField } from './text-fields.tsx';

interface PasswordFieldProps extends FieldCommon {
  /** A new password shows what it still lacks. */
  fresh?: boolean;
}

/** A password that can be shown. Pasting and password managers are welcome. */
export function PasswordField({ fresh, ...props }: PasswordFieldProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="flex flex-col gap-2">
      <TextField
        {...props}
        type={shown ? 'text' : 'password'}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        spellCheck={false}
        after={
          <IconButton
            size="sm"
            label={shown ? t`Hide the password` : t`Show the password`}
            onClick={() => setShown(!shown)}
          >
            <Icon aria-hidden className="size-4" />
          </IconButton>
        }
      />
      {fresh && <Strength name={props.name} />}
    </div>
  );
}

/** The server's rule, met one by one. */
function Strength({ name }: { name: string }) {
  const { t } = useLingui();
  const value = String(useWatch({ name }) ?? '');
  const rules = [
    { label: t`12 characters`, met: value.length >= 12 },
    { label: t`lower case`, met: /\p{Ll}/u.test(value) },
    { label: t`upper case`, met: /\p{Lu}/u.test(value) },
    { label: t`a digit`, met: /\d/.test(value) },
    { label: t`another character`, met: /[^\p{L}\d]/u.test(value) },
  ];
  const met = rules.filter((rule) => rule.met).length;
  return (
    <div aria-live="polite">
      <div aria-hidden className="mb-1.5 flex gap-1">
        {rules.map((rule, index) => (
          <span
            key={rule.label}
            className={clsx(
              'h-1 flex-1 rounded-full',
              index >= met ? 'bg-line-strong' : met < 4 ? 'bg-warning' : 'bg-success',
            )}
          />
        ))}
      </div>
      <p className="text-ink-muted text-xs">
        {met === rules.length
          ? t`A good password.`
          : t`Still missing: ${rules
              .filter((rule) => !rule.met)
              .map((rule) => rule.label)
              .join(', ')}`}
      </p>
    </div>
  );
}
