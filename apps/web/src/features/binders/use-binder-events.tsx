import { useLingui } from '@lingui/react/macro';
import type { BinderDetail, BinderStep } from '@officina/contracts/binders';
import { FolderInput, NotebookPen, PackageCheck, Undo2, UserCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../shell/detail/timeline.tsx';

const ICONS: Record<BinderStep, ReactNode> = {
  'binder.received': <FolderInput />,
  'binder.ready': <PackageCheck />,
  'binder.ready_undone': <Undo2 />,
  'binder.returned': <UserCheck />,
};

/** A binder's changes of status and its notes as one timeline, newest first. */
export function useBinderEvents(binder: BinderDetail | undefined): TimelineEntry[] | undefined {
  const { t } = useLingui();
  if (!binder) return undefined;
  const whatOf: Record<BinderStep, string> = {
    'binder.received': t`received the binder`,
    'binder.ready': t`marked it ready for pickup`,
    'binder.ready_undone': t`took it back to work`,
    'binder.returned': t`handed it over`,
  };
  const steps = binder.history.map((entry) => ({
    id: `${entry.verb}-${entry.changedAt}`,
    at: entry.changedAt,
    who: entry.changedBy?.name ?? t`The system`,
    what: entry.pickupPersonName ? t`handed it over to ${entry.pickupPersonName}` : whatOf[entry.verb],
    icon: ICONS[entry.verb],
  }));
  const notes = binder.noteLog.map((note) => ({
    id: note.id,
    at: note.at,
    who: note.by?.name ?? t`The system`,
    what: t`noted`,
    icon: <NotebookPen />,
    body: note.text,
  }));
  return [...steps, ...notes].sort((a, b) => b.at.localeCompare(a.at));
}
