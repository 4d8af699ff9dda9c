import { useLingui } from '@lingui/react/macro';
import { TALENT_ROLES } from '@officina/contracts/talent';
import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useController } from 'react-hook-form';
import { roleName, useTalentWords } from '../../shell/talent/words.ts';
import { Field, useFieldControl } from '../../ui/field.tsx';
import { CONTROL_CLASS } from '../../ui/input.tsx';

/** The one role that an expert is best at, by family. */
export function RolesField() {
  const { t } = useLingui();
  const { fieldState } = useController({ name: 'primaryRole' });
  return (
    <Field label={t`Main role`} required error={fieldState.error?.message}>
      <Roles />
    </Field>
  );
}

function Roles() {
  const { t } = useLingui();
  const { families } = useTalentWords();
  const { field } = useController({ name: 'primaryRole' });
  const control = useFieldControl();
  return (
    <div className="relative">
      <select
        {...control}
        {...field}
        className={clsx(
          'select',
          CONTROL_CLASS,
          'h-(--control) appearance-none ps-3 pe-8',
          !field.value && 'text-ink-faint',
        )}
      >
        <option value="">{t`Choose`}</option>
        {Object.entries(TALENT_ROLES).map(([family, roles]) => (
          <optgroup key={family} label={families[family as keyof typeof TALENT_ROLES]}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleName(role)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-ink-faint"
      />
    </div>
  );
}
