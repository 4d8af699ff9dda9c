import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDetail } from '@officina/contracts/training-staff';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { refreshTraining } from './refresh-training.ts';
import { ShiftDialog } from './shift-dialog.tsx';
import { ReconcileDialog, ShopDialog } from './shop-dialog.tsx';
import type { LearnerDialog } from './use-learner-actions.tsx';

interface Props {
  detail: EnrollmentDetail;
  onClose: () => void;
}

/** The windows that a learner's actions open. */
export function LearnerDialogs({ dialog, ...props }: Props & { dialog: LearnerDialog }) {
  switch (dialog) {
    case 'override':
      return <OverrideDialog {...props} />;
    case 'shop':
      return <ShopDialog {...props} />;
    case 'reconcile':
      return <ReconcileDialog {...props} />;
    case 'shift':
      return <ShiftDialog {...props} />;
    default:
      return <ReasonDialog {...props} dialog={dialog} />;
  }
}

type Reasoned = Exclude<LearnerDialog, 'override' | 'shop' | 'reconcile' | 'shift'>;

/** A change of the learner's standing: what it means, and why it is made. */
function ReasonDialog({ detail, dialog, onClose }: Props & { dialog: Reasoned }) {
  const { t } = useLingui();
  const { id: enrollmentId, courseworkComplete } = detail.enrollment;
  const { name } = detail.learner;
  const changes: Record<
    Reasoned,
    { title: string; means: string; run: (reason: string) => Promise<unknown> }
  > = {
    suspend: {
      title: t`Suspend ${name}?`,
      means: t`No orientation, documents or new shifts until they are reinstated. An open shift may be ended.`,
      run: (reason) => api.training.suspend.mutate({ enrollmentId, reason }),
    },
    reinstate: {
      title: t`Reinstate ${name}?`,
      means: t`They go on where they were; holds that stand besides stay.`,
      run: (reason) => api.training.reinstate.mutate({ enrollmentId, reason }),
    },
    setHold: {
      title: t`Put ${name} on hold?`,
      means: t`They cannot begin new shifts until the hold is released.`,
      run: (reason) => api.training.setHold.mutate({ enrollmentId, reason }),
    },
    releaseHold: {
      title: t`Release the hold of ${name}?`,
      means: t`Its case is closed. A payment that is past due still counts.`,
      run: (reason) => api.training.releaseHold.mutate({ enrollmentId, reason }),
    },
    coursework: {
      title: courseworkComplete ? t`Coursework is not complete` : t`Coursework is complete`,
      means: t`Together with all hours it lets the enrolment be completed.`,
      run: (reason) =>
        api.training.setCoursework.mutate({ enrollmentId, complete: !courseworkComplete, reason }),
    },
    complete: {
      title: t`Complete the enrolment of ${name}?`,
      means: t`Nothing leads back from it.`,
      run: (reason) => api.training.complete.mutate({ enrollmentId, reason }),
    },
  };
  const { title, means, run } = changes[dialog];
  const form = useAppForm({
    defaults: { reason: '' },
    submit: ({ reason }) => run(reason),
    done: () => {
      onClose();
      return refreshTraining();
    },
  });
  return (
    <FormDialog
      form={form}
      title={title}
      description={means}
      submitLabel={t`Confirm`}
      size="sm"
      onClose={onClose}
    >
      <TextareaField name="reason" label={t`Reason`} required autoFocus maxLength={1000} />
    </FormDialog>
  );
}
