import { useLingui } from '@lingui/react/macro';
import type { EncodedFile } from '@officina/contracts/sales';
import type { SalesTermsView } from '@officina/contracts/sales-terms';
import { Eye, Send } from 'lucide-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Edited } from '../../lib/form/conflict.ts';
import { Form } from '../../lib/form/form.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { type AppForm, useAppForm } from '../../lib/form/use-app-form.ts';
import { money, number } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { useMedia } from '../../lib/use-media.ts';
import type { Crumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Page } from '../page.tsx';
import type { EditorValues } from './editor-values.ts';
import { editorTotals } from './editor-values.ts';
import { LineFields } from './line-fields.tsx';
import { LivePreview } from './live-preview.tsx';
import { PartyFields } from './party-fields.tsx';

export interface EditorProps {
  title: string;
  crumbs: Crumb[];
  /** Says what saving does besides, e.g. that a sent quote becomes a draft again. */
  notice?: ReactNode;
  defaults: EditorValues;
  terms: SalesTermsView;
  currency: string;
  /** Where unsent input is kept in this browser. */
  draft: string;
  /** How the date of the document is called, and what it is when left empty. */
  until: { label: string; usual: string };
  /** The stored document that is edited. */
  edits?: Edited<EditorValues>;
  save: (values: EditorValues, version?: number) => Promise<{ id: string }>;
  /** Opens the saved document; `send` when it should be sent next. */
  saved: (id: string, send: boolean) => unknown;
  /** The second button: "Save and send"; left out without the right. */
  sendLabel?: string | false;
  preview: (values: EditorValues, signal: AbortSignal) => Promise<EncodedFile>;
  previewKey: string;
  onCancel: () => void;
}

const RENAMED = { contactId: 'contact', vehicleId: 'vehicle', validUntil: 'until', dueDate: 'until' };

/** Writes a quote or an invoice: parties, lines, notes; totals and the printed page follow while typing. */
export function DocumentEditor(props: EditorProps) {
  const { title, crumbs, notice, defaults, terms, currency, until, sendLabel } = props;
  const { t } = useLingui();
  const wide = useMedia('(min-width: 1280px)');
  const [previewing, setPreviewing] = useState(false);
  const [newContact, setNewContact] = useState<string | null>(null);
  const sendNext = useRef(false);
  const form = useAppForm<EditorValues, { id: string }>({
    defaults,
    submit: props.save,
    edits: props.edits,
    done: ({ id }) => props.saved(id, sendNext.current),
    draft: props.draft,
    rename: RENAMED,
  });
  form.words.set('lines', {
    label: t`Lines`,
    print: (lines: EditorValues['lines']) => printLines(lines, currency),
  });
  const submit = (send: boolean) => {
    sendNext.current = send;
    return form.submit();
  };
  const pane = (
    <LivePreview form={form} preview={props.preview} previewKey={props.previewKey} title={title} />
  );
  return (
    <Page
      title={title}
      crumbs={crumbs}
      actions={
        !wide && (
          <Button icon={<Eye aria-hidden className="size-4" />} onClick={() => setPreviewing(true)}>
            {t`Preview`}
          </Button>
        )
      }
    >
      <div className="grid items-start gap-(--gap) xl:grid-cols-[minmax(0,1fr)_26rem]">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field must not save a half-written document. */}
        <div className="min-w-0" onKeyDown={keepEnter}>
          <Form
            form={{ ...form, submit: () => submit(false) }}
            submitLabel={t`Save`}
            onCancel={props.onCancel}
            bar={<TotalBar form={form} currency={currency} />}
            extra={
              sendLabel && (
                <Button
                  icon={<Send aria-hidden className="size-4" />}
                  disabled={form.pending}
                  onClick={() => void submit(true)}
                >
                  <span className="max-sm:sr-only">{sendLabel}</span>
                </Button>
              )
            }
          >
            {notice}
            <Panel>
              <PartyFields until={until} onCreate={can('contacts.create') ? setNewContact : undefined} />
            </Panel>
            <Panel title={t`Lines`} flush>
              <LineFields terms={terms} currency={currency} />
            </Panel>
            <Panel>
              <TextareaField name="notes" label={t`Notes on the document`} maxLength={2000} />
            </Panel>
          </Form>
        </div>
        {wide && <div className="sticky top-0 max-h-[calc(100dvh-7rem)] overflow-y-auto">{pane}</div>}
      </div>
      {!wide && previewing && (
        <Dialog title={t`Preview`} drawer onClose={() => setPreviewing(false)}>
          {pane}
        </Dialog>
      )}
      {newContact !== null && (
        <Suspense>
          <NewContact
            name={newContact}
            onClose={() => setNewContact(null)}
            onCreated={(contact) => {
              form.methods.setValue('contact', contact, { shouldDirty: true });
              form.methods.setValue('vehicle', null);
              setNewContact(null);
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}

// Beside the form and not inside: a form within a form would send both.
const NewContact = lazy(() =>
  import('./new-contact.tsx').then((module) => ({ default: module.NewContactDialog })),
);

/** Lines as text, for choosing between one's own and a colleague's. */
const printLines = (lines: EditorValues['lines'], currency: string): string =>
  lines
    .map(({ quantity, description, unitPriceCents }) =>
      [
        quantity === null ? '' : `${number(quantity)} ×`,
        description,
        unitPriceCents === null ? '' : money(unitPriceCents, currency),
      ].join(' '),
    )
    .join(' · ');

function keepEnter(event: KeyboardEvent) {
  const inField = event.target instanceof HTMLInputElement && event.target.type !== 'submit';
  if (event.key === 'Enter' && inField && !event.ctrlKey && !event.metaKey) event.preventDefault();
}

/** What the document comes to, in sight wherever one types. */
function TotalBar({ form, currency }: { form: AppForm<EditorValues>; currency: string }) {
  const { t } = useLingui();
  const lines = useWatch({ control: form.methods.control, name: 'lines' });
  const totals = editorTotals(lines);
  return (
    <output className="tabular flex gap-x-2 max-sm:flex-col sm:items-baseline">
      <span className="text-ink-muted text-sm max-sm:text-xs">{t`Total incl. VAT`}</span>
      <span className="font-semibold text-lg">{totals ? money(totals.totalMinor, currency) : '–'}</span>
    </output>
  );
}
