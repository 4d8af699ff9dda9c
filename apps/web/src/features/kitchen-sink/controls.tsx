import { Copy, Ellipsis, Plus, Search, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Badge, StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Combobox, type Pick } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MoneyInput, QuantityInput } from '../../ui/number-inputs.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Popover } from '../../ui/popover.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Textarea } from '../../ui/textarea.tsx';

const PEOPLE: Pick[] = ['Anaïs Moreau', 'Bertrand Petit', 'Chloé Dupont', 'David Levi'].map(
  (label, index) => ({
    id: String(index),
    label,
    note: `+33 6 12 34 56 7${index}`,
  }),
);
const TONES: Tone[] = ['neutral', 'info', 'success', 'warning', 'danger', 'accent'];

const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
);

export function Controls() {
  const [text, setText] = useState('b');
  const [on, setOn] = useState(true);
  const [money, setMoney] = useState<number | null>(123456);
  const [quantity, setQuantity] = useState<number | null>(3.5);
  const [day, setDay] = useState<string | null>('2026-03-12');
  const [person, setPerson] = useState<Pick | null>(null);
  const options = [
    { value: 'a', label: 'Labour' },
    { value: 'b', label: 'Part' },
    { value: 'c', label: 'Other' },
  ];
  return (
    <div className="grid gap-(--gap) lg:grid-cols-2">
      <Panel title="Buttons" className="lg:col-span-2">
        <div className="flex flex-col gap-3">
          <Row>
            <Button variant="primary" icon={<Plus aria-hidden className="size-4" />}>
              New quote
            </Button>
            <Button>Secondary</Button>
            <Button variant="ghost">Ghost</Button>
            <Button variant="danger">Delete</Button>
            <Button size="sm">Small</Button>
            <IconButton label="Copy" hint="C">
              <Copy aria-hidden className="size-4" />
            </IconButton>
          </Row>
          <Row>
            <Button variant="primary" busy>
              Saving
            </Button>
            <Button disabled>Disabled</Button>
            <Button reason="The quote has expired">With a reason</Button>
            <Menu
              trigger={
                <IconButton label="More" variant="secondary">
                  <Ellipsis aria-hidden className="size-4" />
                </IconButton>
              }
              entries={[
                { label: 'Duplicate', icon: <Copy aria-hidden />, keys: 'd', run: () => undefined },
                {
                  label: 'Convert',
                  reason: 'Only an accepted quote becomes an invoice',
                  run: () => undefined,
                },
                'separator',
                { label: 'Delete', icon: <Trash2 aria-hidden />, danger: true, run: () => undefined },
              ]}
            />
            <Popover title="Columns" trigger={<Button>Popover</Button>}>
              <Checkbox checked={on} onChange={setOn} label="E-mail" />
              <Checkbox checked={!on} onChange={() => setOn(!on)} label="Phone" />
            </Popover>
            <Kbd keys="mod+k" />
            <Kbd keys="g c" />
          </Row>
          <Row>
            {TONES.map((tone) => (
              <Badge key={tone} tone={tone}>
                {tone}
              </Badge>
            ))}
            {TONES.map((tone) => (
              <StatusBadge key={tone} tone={tone}>
                {tone}
              </StatusBadge>
            ))}
          </Row>
        </div>
      </Panel>
      <Panel title="Text">
        <div className="flex flex-col gap-4">
          <Field label="Name" hint="As on the registration certificate" required>
            <Input defaultValue="Chloé Dupont" />
          </Field>
          <Field label="E-mail" error="This is not an e-mail address.">
            <Input defaultValue="chloe@" />
          </Field>
          <Field label="Search">
            <Input before={<Search aria-hidden className="size-4" />} placeholder="Plate, VIN, phone…" />
          </Field>
          <Field label="Disabled">
            <Input disabled defaultValue="FA-123-BC" />
          </Field>
          <Field label="Notes" aside="optional">
            <Textarea placeholder="What the customer said" />
          </Field>
        </div>
      </Panel>
      <Panel title="Choices">
        <div className="flex flex-col gap-4">
          <Field label="Kind">
            <Select options={options} value={text} onChange={setText} />
          </Field>
          <Field label="Contact">
            <Combobox
              searchKey="sink"
              search={async (typed) =>
                PEOPLE.filter((one) => one.label.toLowerCase().includes(typed.toLowerCase()))
              }
              value={person}
              onChange={setPerson}
              placeholder="Pick somebody"
              onCreate={() => undefined}
            />
          </Field>
          <RadioGroup legend="Period" segmented options={options} value={text} onChange={setText} />
          <RadioGroup legend="Kind of line" options={options} value={text} onChange={setText} />
          <Checkbox checked={on} onChange={setOn} label="VIP" description="Shown with a star everywhere" />
          <Checkbox checked={false} partly onChange={setOn} label="Some of them" />
          <Switch
            checked={on}
            onChange={setOn}
            label="Reminders"
            description="Sent a week after the due date"
          />
        </div>
      </Panel>
      <Panel title="Figures and days" className="lg:col-span-2">
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label="Amount" hint={`${money} minor units`}>
            <MoneyInput value={money} onChange={setMoney} currency="EUR" />
          </Field>
          <Field label="Hours" hint={String(quantity)}>
            <QuantityInput value={quantity} onChange={setQuantity} unit="h" />
          </Field>
          <Field label="Date" hint={String(day)}>
            <DateInput value={day} onChange={setDay} />
          </Field>
        </div>
      </Panel>
    </div>
  );
}
