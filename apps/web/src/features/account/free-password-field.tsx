import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { useWatch } from 'react-hook-form';
import { type FieldCommon, FormField } from '../../lib/form/form-field.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';

/** A rough measure, from 0 (too short) to 4: length counts most, then kinds of characters. */
function strengthOf(password: string): number {
  if (password.length < 8) return 0;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  return Math.min(4, 1 + Number(password.length >= 12) + Number(password.length >= 16) + Number(kinds >= 3));
}

/** A password of eight characters of any kind; says how good it is. */
export function FreePasswordField(props: FieldCommon) {
  const { t } = useLingui();
  const strength = strengthOf(String(useWatch({ name: props.name }) ?? ''));
  const words = [t`At least 8 characters.`, t`Weak`, t`Fair`, t`Good`, t`Strong`];
  return (
    <div className="flex flex-col gap-2">
      <FormField {...props}>{(bound) => <PasswordInput {...bound} autoComplete="new-password" />}</FormField>
      <div aria-live="polite">
        <div aria-hidden className="mb-1.5 flex gap-1">
          {[1, 2, 3, 4].map((step) => (
            <span
              key={step}
              className={clsx(
                'h-1 flex-1 rounded-full',
                step > strength ? 'bg-line-strong' : strength < 3 ? 'bg-warning' : 'bg-success',
              )}
            />
          ))}
        </div>
        <p className="text-ink-muted text-xs">{words[strength]}</p>
      </div>
    </div>
  );
}
