import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDocumentType, LearnerState } from '@officina/contracts/training';
import type { TrainingMe } from '@officina/contracts/training-views';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { useAct } from '../../lib/use-act.ts';
import { usePaperWords } from '../../shell/academy/paper-words.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { DocumentSlot } from './document-slot.tsx';
import { LearnerStep } from './learner-step.tsx';

const route = getRouteApi('/app/programs/$slug/documents');
const UPLOADING: LearnerState[] = [
  'orientation_complete',
  'documents_pending',
  'active_enrolled',
  'active_in_good_standing',
];
const SUBMITTING = ['orientation_complete', 'documents_pending'];

/** The papers of a learner: required ones first, then whatever else; handed in together. */
export function DocumentsPage() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  return (
    <LearnerStep title={t`Documents`} slug={slug} open={UPLOADING}>
      {(me) => me.enrollment && <Papers me={me} required={me.enrollment.requiredDocuments} />}
    </LearnerStep>
  );
}

function Papers({ me, required }: { me: TrainingMe; required: EnrollmentDocumentType[] }) {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const names = usePaperWords();
  const { act, pending } = useAct();
  const [missing, setMissing] = useState<string[] | null>(null);
  const [other, setOther] = useState<EnrollmentDocumentType>('high_school_diploma');
  const refresh = () => queryClient.invalidateQueries(trpc.training.me.pathFilter());
  const enrollmentId = me.enrollment?.id ?? '';
  const startDate = me.enrollment?.programStartDate;
  const submit = () =>
    act({
      run: () =>
        api.training.submitDocuments.mutate({ program: slug }).catch((error) => {
          const { code, details } = failureOf(error);
          if (code === 'REQUIRED_DOCUMENT_MISSING') setMissing((details as { missing: string[] }).missing);
          throw error;
        }),
      settled: refresh,
    });
  const optional = me.documents
    .map(({ documentType }) => documentType)
    .filter((type) => !required.includes(type));
  const slots = [...new Set([...required, ...optional])];
  return (
    <>
      {startDate && (
        <Panel>
          <EmptyState
            icon={<CalendarCheck />}
            title={t`Your training begins on ${date(startDate)}`}
            actions={<LinkButton to="/apprentice" variant="primary">{t`My training`}</LinkButton>}
          />
        </Panel>
      )}
      {slots.map((type) => (
        <DocumentSlot
          key={type}
          type={type}
          title={names[type]}
          required={required.includes(type)}
          enrollmentId={enrollmentId}
          document={me.documents.find(({ documentType }) => documentType === type) ?? null}
          missing={missing?.includes(type) ?? false}
          onUploaded={refresh}
        />
      ))}
      <DocumentSlot
        type={other}
        title={t`Another document`}
        enrollmentId={enrollmentId}
        document={null}
        onUploaded={refresh}
        choose={
          <Select
            aria-label={t`Kind of document`}
            options={optionsOf(names).filter(({ value }) => !slots.includes(value))}
            value={other}
            onChange={setOther}
          />
        }
      />
      {me.state && SUBMITTING.includes(me.state) && (
        <Button
          variant="primary"
          busy={pending}
          className="max-sm:w-full sm:self-end"
          onClick={() => void submit()}
        >
          {t`Hand in the documents`}
        </Button>
      )}
    </>
  );
}
