import { useLingui } from '@lingui/react/macro';
import { CSV_CONTACT_FIELDS, type CsvContactField } from '@officina/contracts/contacts';
import { Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useContactFields } from './field-words.ts';
import type { ImportRules } from './import-page.tsx';
import type { CsvFile, Mapping } from './read-csv.ts';

interface ImportMappingProps {
  file: CsvFile;
  mapping: Mapping;
  rules: ImportRules;
  onMapping: (mapping: Mapping) => void;
  onRules: (rules: ImportRules) => void;
}

const NONE = '-1';

/** Which column fills which field, and what happens to people who are there already. */
export function ImportMapping({ file, mapping, rules, onMapping, onRules }: ImportMappingProps) {
  const { t } = useLingui();
  const labels = useContactFields();
  const columns = [
    { value: NONE, label: t`Not in the file` },
    ...file.header.map((word, index) => ({
      value: String(index),
      label: sample(word, file.records[0]?.[index]),
    })),
  ];
  const choose = (field: CsvContactField, value: string) => {
    const { [field]: _, ...rest } = mapping;
    onMapping(value === NONE ? rest : { ...rest, [field]: Number(value) });
  };
  return (
    <>
      <Panel title={t`Columns`}>
        <div className="grid gap-4 sm:grid-cols-2">
          {CSV_CONTACT_FIELDS.map((field) => (
            <Field key={field} label={labels[field]}>
              <Select
                value={String(mapping[field] ?? NONE)}
                options={columns}
                onChange={(value) => choose(field, value)}
              />
            </Field>
          ))}
        </div>
      </Panel>
      <Panel title={t`People who are there already`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t`Recognise them by`}>
            <Select
              value={rules.matchBy}
              options={[
                { value: 'email', label: t`E-mail` },
                { value: 'phone', label: t`Phone` },
                { value: 'none', label: t`Nothing: every record is new` },
              ]}
              onChange={(value) => onRules({ ...rules, matchBy: value as ImportRules['matchBy'] })}
            />
          </Field>
          <Field label={t`Then`}>
            <Select
              value={rules.onMatch}
              options={[
                { value: 'skip', label: t`leave them as they are` },
                { value: 'update', label: t`update them from the file` },
              ]}
              onChange={(value) => onRules({ ...rules, onMatch: value as ImportRules['onMatch'] })}
            />
          </Field>
        </div>
      </Panel>
    </>
  );
}

const sample = (word: string, value: string | undefined) =>
  value ? `${word} · ${value.slice(0, 24)}` : word;
