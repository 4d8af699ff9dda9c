import { useLingui } from '@lingui/react/macro';
import type { Deliverable } from '@officina/contracts/engagements';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { editsOf } from '../../shell/edits.ts';
import { api } from '../../trpc.ts';
import { DeliverableDocument, useDeliveredFile } from './deliverable-document.tsx';
import { workNow } from './work-now.ts';

interface DeliverableFormProps {
  engagementId: string;
  /** The deliverable to edit; a new one without. */
  deliverable?: Deliverable;
  onSaved: () => unknown;
  onClose: () => void;
}

const EMPTY = { title: '', documentId: '', file: null as File | null };

const valuesOf = ({ title, documentId }: Deliverable): typeof EMPTY => ({
  ...EMPTY,
  title,
  documentId: documentId ?? '',
});

/** What is to be delivered, and the document that is it. */
export function DeliverableForm({ engagementId, deliverable, onSaved, onClose }: DeliverableFormProps) {
  const { t } = useLingui();
  const { share, send } = useDeliveredFile(engagementId);
  const form = useAppForm({
    defaults: deliverable ? valuesOf(deliverable) : EMPTY,
    edits:
      deliverable &&
      editsOf(deliverable, () => workNow(engagementId, 'deliverables', deliverable.id), valuesOf),
    submit: async ({ title, documentId: chosen, file }, version) => {
      const documentId = file ? await send(file) : chosen || null;
      return deliverable
        ? api.deliverables.update.mutate({
            id: deliverable.id,
            version,
            title,
            documentId,
          })
        : api.deliverables.create.mutate({ engagementId, title, documentId });
    },
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={deliverable ? t`Edit deliverable` : t`New deliverable`}
      submitLabel={deliverable ? t`Save` : t`Add the deliverable`}
      size="sm"
      onClose={onClose}
    >
      <TextField name="title" label={t`Title`} maxLength={200} required autoFocus />
      <DeliverableDocument engagementId={engagementId} deliverable={deliverable} share={share} />
    </FormDialog>
  );
}
