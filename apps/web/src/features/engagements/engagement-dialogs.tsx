import type { Engagement } from '@officina/contracts/engagements';
import { useNavigate } from '@tanstack/react-router';
import { ChangeForm } from '../../shell/portal/change-form.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { ScopeForm } from '../../shell/portal/scope-form.tsx';
import { DeliverableForm } from './deliverable-form.tsx';
import { EditDetails } from './edit-details.tsx';
import { EngagementForm } from './engagement-form.tsx';
import { MilestoneForm } from './milestone-form.tsx';
import type { EngagementDialog } from './use-engagement-actions.tsx';

interface Props {
  engagement: Engagement;
  dialog: EngagementDialog;
  onClose: () => void;
}

/** The forms that an action of an engagement opens. */
export function EngagementDialogs({ engagement, dialog, onClose }: Props) {
  const navigate = useNavigate();
  const saved = () => {
    onClose();
    return refreshPortal();
  };
  switch (dialog) {
    case 'edit':
      return <EngagementForm engagement={engagement} onSaved={saved} onClose={onClose} />;
    case 'milestone':
      return <MilestoneForm engagementId={engagement.id} onSaved={saved} onClose={onClose} />;
    case 'deliverable':
      return <DeliverableForm engagementId={engagement.id} onSaved={saved} onClose={onClose} />;
    case 'change':
      return <ChangeForm engagement={engagement} onSaved={saved} onClose={onClose} />;
    case 'details':
      return <EditDetails engagement={engagement} onClose={onClose} />;
    case 'scope':
      return (
        <ScopeForm
          about={{ engagementId: engagement.id }}
          onSaved={async ({ id }) => {
            await saved();
            await navigate({ to: '/portal/scopes/$id', params: { id } });
          }}
          onClose={onClose}
        />
      );
  }
}
