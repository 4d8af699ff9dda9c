import { useLingui } from '@lingui/react/macro';
import type { Engagement } from '@officina/contracts/engagements';
import { useNavigate } from '@tanstack/react-router';
import {
  FileArchive,
  FileCheck2,
  Flag,
  GitPullRequestArrow,
  Package,
  Pencil,
  PencilRuler,
} from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';

export type EngagementDialog = 'edit' | 'milestone' | 'deliverable' | 'change' | 'scope' | 'details';

/** What can be done to an engagement, by whom the server says. */
export function useEngagementActions(engagement: Engagement | undefined) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<EngagementDialog | null>(null);
  if (!engagement) return { actions: [], more: [], dialog: null, setDialog };
  const { abilities, stage } = engagement;
  const closed = stage === 'closed' && t`The engagement is closed.`;
  const actions: (DetailAction | false)[] = [
    can('portal.changes.create') && {
      id: 'change',
      label: t`Request a change`,
      icon: <GitPullRequestArrow aria-hidden />,
      keys: 'c',
      primary: !abilities.write,
      reason: closed,
      run: () => setDialog('change'),
    },
    abilities.propose && {
      id: 'details',
      label: t`Edit details`,
      icon: <PencilRuler aria-hidden />,
      keys: 'w',
      run: () => setDialog('details'),
    },
    abilities.write && {
      id: 'edit',
      label: t`Plan`,
      icon: <Pencil aria-hidden />,
      keys: 'e',
      primary: true,
      run: () => setDialog('edit'),
    },
  ];
  const more: MenuEntry[] = [
    abilities.write && {
      label: t`Add a milestone`,
      icon: <Flag aria-hidden />,
      keys: 'm',
      reason: closed,
      run: () => setDialog('milestone'),
    },
    abilities.write && {
      label: t`Add a deliverable`,
      icon: <Package aria-hidden />,
      keys: 'd',
      reason: closed,
      run: () => setDialog('deliverable'),
    },
    can('portal.scopes.write') && {
      label: t`Write a scope proposal`,
      icon: <FileCheck2 aria-hidden />,
      run: () => setDialog('scope'),
    },
    abilities.export && {
      label: t`Export dossier`,
      icon: <FileArchive aria-hidden />,
      run: () => location.assign(`/api/portal/export/engagement/${engagement.id}`),
    },
    engagement.inquiryId !== null &&
      can('portal.inquiries.read') && {
        label: t`Open its inquiry`,
        run: () => void navigate({ to: '/portal/inquiries/$id', params: { id: engagement.inquiryId ?? '' } }),
      },
  ];
  return { actions, more, dialog, setDialog };
}
