import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { AssignForm } from './assign-form.tsx';
import { DecideForm } from './decide-form.tsx';
import { EditChange } from './edit-change.tsx';
import { ResubmitForm } from './resubmit-form.tsx';
import type { ChangeDialog } from './use-change-actions.tsx';

interface Props {
  change: ChangeRequestItem;
  dialog: ChangeDialog;
  onClose: () => void;
}

/** The forms that an action of a change request opens. */
export function ChangeDialogs({ change, dialog, onClose }: Props) {
  const saved = () => {
    onClose();
    return refreshPortal();
  };
  const props = { change, onSaved: saved, onClose };
  switch (dialog) {
    case 'edit':
      return <EditChange {...props} />;
    case 'resubmit':
      return <ResubmitForm {...props} />;
    case 'assign':
      return <AssignForm {...props} />;
    case 'approve':
      return <DecideForm {...props} decision="approved" />;
    case 'reject':
      return <DecideForm {...props} decision="rejected" />;
    case 'ask':
      return <DecideForm {...props} decision="needs_info" />;
  }
}
