import { type ReactNode, useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Combobox, type Pick } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MoneyInput, QuantityInput } from '../../ui/number-inputs.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Textarea } from '../../ui/textarea.tsx';

/** The states that a field can be in, each a column. */
const STATES = [
  { id: 'empty', filled: false, disabled: false },
  { id: 'filled', filled: true, disabled: false },
  { id: 'faulty', filled: true, disabled: false, error: 'This cannot be right.' },
  { id: 'disabled', filled: true, disabled: true },
] as const;
type State = (typeof STATES)[number];

const KINDS = ['Labour', 'Part', 'Other'].map((label, at) => ({ value: 'abc'[at] ?? '', label }));
const PERSON: Pick = { id: '1', label: 'Anaïs Moreau', note: '+33 6 12 34 56 70' };
const keep = () => undefined;

/** Each kind of field; all are drawn in every state. */
const FIELDS: readonly (readonly [label: string, draw: (state: State) => ReactNode])[] = [
  ['Text', ({ filled, disabled }) => <Input disabled={disabled} defaultValue={filled ? 'FA-123-BC' : ''} />],
  [
    'Password',
    ({ filled, disabled }) => <PasswordInput disabled={disabled} defaultValue={filled ? 'secret' : ''} />,
  ],
  [
    'Long text',
    ({ filled, disabled }) => (
      <Textarea disabled={disabled} defaultValue={filled ? 'Two lines\nof it' : ''} />
    ),
  ],
  [
    'Choice',
    ({ filled, disabled }) => (
      <Select
        options={KINDS}
        value={filled ? 'b' : ''}
        onChange={keep}
        disabled={disabled}
        placeholder="Choose"
      />
    ),
  ],
  [
    'Record',
    ({ filled, disabled }) => (
      <Combobox
        searchKey="states"
        search={async () => [PERSON]}
        value={filled ? PERSON : null}
        onChange={keep}
        disabled={disabled}
        placeholder="Pick somebody"
      />
    ),
  ],
  [
    'Amount',
    ({ filled, disabled }) => (
      <MoneyInput value={filled ? 123_456 : null} onChange={keep} currency="EUR" disabled={disabled} />
    ),
  ],
  [
    'Quantity',
    ({ filled, disabled }) => (
      <QuantityInput value={filled ? 3.5 : null} onChange={keep} unit="h" disabled={disabled} />
    ),
  ],
  [
    'Day',
    ({ filled, disabled }) => (
      <DateInput value={filled ? '2026-03-12' : null} onChange={keep} disabled={disabled} />
    ),
  ],
];

/** Every field in every state, and what else has states of its own. */
export function States() {
  const [choice, setChoice] = useState('b');
  return (
    <div className="grid gap-(--gap)">
      <Panel title="Fields">
        <div className="grid gap-x-(--gap) gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
          {FIELDS.flatMap(([label, draw]) =>
            STATES.map((state) => (
              <Field
                key={`${label} ${state.id}`}
                label={`${label}, ${state.id}`}
                error={'error' in state ? state.error : undefined}
              >
                {draw(state)}
              </Field>
            )),
          )}
        </div>
      </Panel>
      <div className="grid gap-(--gap) lg:grid-cols-2">
        <Panel title="Switched off">
          <div className="flex flex-col gap-3">
            <Checkbox checked disabled onChange={keep} label="Checked" />
            <Checkbox checked={false} disabled onChange={keep} label="Not checked" />
            <Switch checked disabled onChange={keep} label="On" />
            <Switch checked={false} disabled onChange={keep} label="Off" />
            <RadioGroup
              legend="One of them cannot be chosen"
              options={KINDS.map((kind) => ({ ...kind, disabled: kind.value === 'c' }))}
              value={choice}
              onChange={setChoice}
            />
          </div>
        </Panel>
        <Panel title="Notices">
          <div className="flex flex-col gap-2">
            {(['neutral', 'info', 'success', 'warning', 'danger'] as const).map((tone) => (
              <Notice key={tone} tone={tone}>
                {tone}: what came of it, in a sentence.
              </Notice>
            ))}
          </div>
        </Panel>
        <Panel title="Names and ways">
          <div className="flex flex-wrap items-center gap-3">
            {(['sm', 'md', 'lg'] as const).map((size) => (
              <Avatar key={size} name="Anaïs Moreau" size={size} />
            ))}
            <Breadcrumb crumbs={[{ label: 'Contacts', to: '/contacts' }]} />
            <LinkButton to="/contacts" variant="primary">
              A link as a button
            </LinkButton>
            <LinkButton to="/contacts">Another</LinkButton>
          </div>
        </Panel>
        <Panel title="Files">
          <DropZone label="Nothing dropped yet" hint="PDF or photo" onFiles={keep} />
        </Panel>
      </div>
    </div>
  );
}
