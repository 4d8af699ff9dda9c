import { useLingui } from '@lingui/react/macro';
import { useDisplayChoices } from '../../shell/use-display-choices.ts';
import { Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';

/** Theme, density and language of whoever is signed in. Each takes effect at once, so there is nothing to save. */
export function DisplayPanel() {
  const { t } = useLingui();
  const choices = useDisplayChoices();
  return (
    <Panel title={t`Display`}>
      <div className="grid gap-4 sm:grid-cols-3">
        {choices.map(({ legend, value, options, onChange }) => (
          <Field key={legend} label={legend}>
            <Select value={value} options={options} onChange={onChange} />
          </Field>
        ))}
      </div>
      <p className="mt-3 text-ink-muted text-sm">{t`On every device where you sign in.`}</p>
    </Panel>
  );
}
