import { useLingui } from '@lingui/react/macro';
import type { ApplicationItem } from '@officina/contracts/training-views';
import { useState } from 'react';
import { Form } from '../../lib/form/form.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { date, dateTime } from '../../lib/format.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from '../../ui/panel.tsx';

interface ApplicationDrawerProps {
  application: ApplicationItem;
  onClose: () => void;
  onDecided: () => unknown;
}

/** Everything that an applicant has told, and how staff end an application. */
export function ApplicationDrawer({ application, onClose, onDecided }: ApplicationDrawerProps) {
  const { t } = useLingui();
  const [decision, setDecision] = useState<'withdrawn' | 'rejected' | null>(null);
  const { address, signature } = application;
  return (
    <Dialog drawer title={application.name} description={application.program} onClose={onClose}>
      <div className="flex flex-col gap-5">
        <Facts
          items={[
            { label: t`E-mail`, value: application.email },
            { label: t`Telephone`, value: application.phone },
            { label: t`Date of birth`, value: date(application.dateOfBirth) },
            {
              label: t`Address`,
              value: `${address.street}, ${address.city}, ${address.state} ${address.zip}`,
            },
            { label: t`Education`, value: application.educationLevel },
            { label: t`Present work`, value: application.employmentStatus },
            { label: t`Gets to a shop`, value: application.hasTransportation ? t`Yes` : t`No` },
            { label: t`Conviction disclosed`, value: application.felonyDisclosure ? t`Yes` : t`No` },
            { label: t`Signed as`, value: signature },
            { label: t`Received`, value: dateTime(application.createdAt, application.timeZone) },
          ]}
        />
        {application.signatureDiffers && (
          <Notice tone="warning">{t`The signature is not the applicant’s name.`}</Notice>
        )}
        {application.abilities.decide && !decision && (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setDecision('withdrawn')}>{t`Withdrawn by the applicant`}</Button>
            <Button variant="danger" onClick={() => setDecision('rejected')}>{t`Reject`}</Button>
          </div>
        )}
        {decision && (
          <Decision
            key={decision}
            id={application.id}
            status={decision}
            onCancel={() => setDecision(null)}
            onDone={() => {
              onDecided();
              onClose();
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

interface DecisionProps {
  id: string;
  status: 'withdrawn' | 'rejected';
  onCancel: () => void;
  onDone: () => void;
}

function Decision({ id, status, onCancel, onDone }: DecisionProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { reason: '' },
    submit: ({ reason }) => api.training.decideApplication.mutate({ id, status, reason }),
    done: onDone,
    guard: false,
  });
  return (
    <Form
      form={form}
      submitLabel={status === 'rejected' ? t`Reject` : t`Mark as withdrawn`}
      onCancel={onCancel}
    >
      <TextareaField name="reason" label={t`Reason`} hint={t`It stays on record.`} required />
    </Form>
  );
}
