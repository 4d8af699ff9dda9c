import { useLingui } from '@lingui/react/macro';
import type { Scope } from '@officina/contracts/scopes';
import { QuantityField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import { editsOf } from '../edits.ts';

interface ScopeFormProps {
  /** The scope to edit; else what a new one is for. */
  scope?: Scope;
  about?: { inquiryId: string } | { engagementId: string };
  onSaved: (scope: Scope) => unknown;
  onClose: () => void;
}

const valuesOf = (scope?: Scope) => ({
  title: scope?.title ?? '',
  fixedPriceEUR: (scope?.fixedPriceEUR ?? null) as number | null,
  scopeSummary: scope?.scopeSummary ?? '',
  deliverables: scope?.deliverablesJson.join('\n') ?? '',
});

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A priced offer of what will be done. */
export function ScopeForm({ scope, about, onSaved, onClose }: ScopeFormProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: valuesOf(scope),
    rename: Object.fromEntries(
      Array.from({ length: 50 }, (_, line) => [`deliverables.${line}`, 'deliverables']),
    ),
    edits: scope && editsOf(scope, () => api.scopes.get.query({ id: scope.id }), valuesOf),
    submit: ({ fixedPriceEUR, deliverables, ...texts }, version) => {
      const facts = {
        ...texts,
        fixedPriceEUR: fixedPriceEUR ?? undefined,
        deliverables: linesOf(deliverables),
      };
      return scope
        ? api.scopes.update.mutate({ id: scope.id, version, ...facts })
        : api.scopes.create.mutate({ ...about, ...facts });
    },
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={scope ? t`Edit the scope` : t`New scope proposal`}
      description={scope ? undefined : t`The client sees it once you send it.`}
      submitLabel={scope ? t`Save` : t`Keep as draft`}
      size="lg"
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <TextField name="title" label={t`Title`} maxLength={200} required autoFocus />
        <QuantityField
          name="fixedPriceEUR"
          label={t`Fixed price`}
          hint={t`Whole euros, at least 1,000`}
          decimals={0}
          unit="EUR"
          required
        />
      </div>
      <TextareaField name="scopeSummary" label={t`What is done`} rows={6} maxLength={5000} required />
      <TextareaField
        name="deliverables"
        label={t`Deliverables`}
        hint={t`One a line`}
        rows={6}
        maxLength={10_000}
        required
      />
    </FormDialog>
  );
}
