import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDetail } from '@officina/contracts/training-staff';
import {
  BookCheck,
  CirclePause,
  GraduationCap,
  PlayCircle,
  ShieldCheck,
  Store,
  TimerReset,
  Wrench,
} from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';

export type LearnerDialog =
  | 'suspend'
  | 'reinstate'
  | 'setHold'
  | 'releaseHold'
  | 'complete'
  | 'coursework'
  | 'override'
  | 'shop'
  | 'shift'
  | 'reconcile';

/** What staff may do with a learner now; what is not possible says why. */
export function useLearnerActions(detail: EnrollmentDetail | undefined) {
  const { t } = useLingui();
  const [dialog, setDialog] = useState<LearnerDialog | null>(null);
  if (!detail || !can('training.manage')) return { actions: [], more: [], dialog: null, setDialog };
  const { abilities, enrollment } = detail;
  const wrong = t`The state of the enrolment does not allow this.`;
  const unprovisioned = t`There is no apprentice record yet.`;
  const entry = (
    id: LearnerDialog,
    label: string,
    icon: React.ReactNode,
    reason: string | false = false,
  ): MenuEntry => ({ label, icon, reason, run: () => setDialog(id) });
  const actions: (DetailAction | false)[] = [
    abilities.reconcile && {
      id: 'reconcile',
      label: t`Make the apprentice record`,
      icon: <Wrench aria-hidden />,
      primary: true,
      run: () => setDialog('reconcile'),
    },
    {
      id: 'shop',
      label: t`Assign a shop`,
      icon: <Store aria-hidden />,
      reason: !abilities.assignShop && unprovisioned,
      run: () => setDialog('shop'),
    },
    {
      id: 'shift',
      label: t`Add a shift`,
      icon: <TimerReset aria-hidden />,
      keys: 'n',
      reason: !abilities.addShift && t`There is no apprentice record or no start date yet.`,
      run: () => setDialog('shift'),
    },
    {
      id: 'override',
      label: t`Override`,
      icon: <ShieldCheck aria-hidden />,
      keys: 'o',
      primary: !abilities.reconcile,
      run: () => setDialog('override'),
    },
  ];
  const held = enrollment.holdReason !== null;
  const more: MenuEntry[] = [
    held
      ? entry('releaseHold', t`Release the hold`, <PlayCircle aria-hidden />, !abilities.releaseHold && wrong)
      : entry('setHold', t`Put on hold`, <CirclePause aria-hidden />, !abilities.setHold && wrong),
    enrollment.suspendedAt
      ? entry('reinstate', t`Reinstate`, <PlayCircle aria-hidden />, !abilities.reinstate && wrong)
      : entry('suspend', t`Suspend`, <CirclePause aria-hidden />, !abilities.suspend && wrong),
    entry(
      'coursework',
      enrollment.courseworkComplete ? t`Coursework is not complete` : t`Coursework is complete`,
      <BookCheck aria-hidden />,
      enrollment.enrollmentState === 'completed' && wrong,
    ),
    entry(
      'complete',
      t`Complete the enrolment`,
      <GraduationCap aria-hidden />,
      !abilities.complete && t`Hours or coursework are missing.`,
    ),
  ];
  return { actions, more, dialog, setDialog };
}
