import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDocumentType } from '@officina/contracts/training';
import type { TrainingMe } from '@officina/contracts/training-views';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { useAct } from '../../lib/use-act.ts';
import { Page } from '../../shell/page.tsx';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { DocumentSlot } from './document-slot.tsx';
import { NextStep } from './next-step.tsx';
import { useTrainingWords } from './training-words.ts';

const route = getRouteApi('/app/programs/$slug/documents');
const UPLOADING = ['orientation_complete', 'documents_pending', 'active_enrolled', 'active_in_good_standing'];
const SUBMITTING = ['orientation_complete', 'documents_pending'];

/** The papers of a learner: required ones first, then whatever else; handed in together. */
export function DocumentsPage() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const { reasons } = useTrainingWords();
  const me = useQuery(trpc.training.me.queryOptions({ program: slug }));
  const { error } = me;
  const state = me.data?.state;
  return (
    <Page title={t`Documents`} narrow>
      {error ? (
        <ErrorCard error={error} retry={() => me.refetch()} />
      ) : !me.data ? (
        <Panel>
          <SkeletonText lines={8} />
        </Panel>
      ) : me.data.enrollment && state && UPLOADING.includes(state) ? (
        <Papers me={me.data} required={me.data.enrollment.requiredDocuments} />
      ) : (
        <Panel>
          <div className="flex flex-col items-start gap-4">
            <Notice tone="info">
              {state ? reasons[state] : t`You have not applied for a programme yet.`}
            </Notice>
            <NextStep action={me.data.nextAction} slug={slug} />
          </div>
        </Panel>
      )}
    </Page>
  );
}

function Papers({ me, required }: { me: TrainingMe; required: EnrollmentDocumentType[] }) {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const { documents: names } = useTrainingWords();
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
