import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDetail, ShiftView } from '@officina/contracts/training-staff';
import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShiftTable } from '../timeclock/shift-table.tsx';
import { ShiftDialog } from './shift-dialog.tsx';

/** A learner's shifts, each of which staff may put right. */
export function LearnerShifts({ detail }: { detail: EnrollmentDetail }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<ShiftView | null>(null);
  return (
    <Panel flush>
      {detail.shifts.length === 0 ? (
        <EmptyState icon={<Hourglass />} title={t`No hours yet`} />
      ) : (
        <ShiftTable
          label={t`Hours`}
          shifts={detail.shifts}
          action={
            can('training.manage')
              ? (shift) => (
                  <Button size="sm" onClick={() => setChosen(shift)}>
                    {t`Correct`}
                  </Button>
                )
              : undefined
          }
        />
      )}
      {chosen && <ShiftDialog detail={detail} shift={chosen} onClose={() => setChosen(null)} />}
    </Panel>
  );
}
