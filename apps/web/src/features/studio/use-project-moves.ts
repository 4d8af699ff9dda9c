import { useLingui } from '@lingui/react/macro';
import type { ProjectListItem, ProjectStatus } from '@officina/contracts/studio';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { refreshStudio, useStudioWords } from './studio-words.tsx';

/** What moves a project: to another status, into the archive and out of it, each with its undo. */
export function useProjectMoves() {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const { statuses } = useStudioWords();
  const move = ({ id, name, status: from }: ProjectListItem, status: ProjectStatus) => {
    const column = statuses[status];
    return act({
      run: () => api.projects.update.mutate({ id, status }),
      done: t`“${name}” is now under ${column}`,
      undo: () => api.projects.update.mutate({ id, status: from }),
      settled: refreshStudio,
    });
  };
  const archive = ({ id, name }: ProjectListItem) =>
    act({
      run: () => api.projects.archive.mutate({ id }),
      done: t`“${name}” is in the archive`,
      undo: () => api.projects.restore.mutate({ id }),
      settled: refreshStudio,
    });
  const restore = ({ id, name }: ProjectListItem) =>
    act({
      run: () => api.projects.restore.mutate({ id }),
      done: t`“${name}” is out of the archive`,
      settled: refreshStudio,
    });
  return { move, archive, restore, pending };
}
