import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { useWatch } from 'react-hook-form';
import { PasswordInput } from '../../ui/password-input.tsx';
import { type FieldCommon, FormField } from './form-field.tsx';

/** A password to be chosen; says what it still lacks. */
export function PasswordField(props: FieldCommon) {
  return (
    <div className="flex flex-col gap-2">
      <FormField {...props}>{(bound) => <PasswordInput {...bound} autoComplete="new-password" />}</FormField>
      <Strength name={props.name} />
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
