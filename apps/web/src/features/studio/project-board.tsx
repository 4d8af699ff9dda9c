import { useLingui } from '@lingui/react/macro';
import { PROJECT_STATUSES, type ProjectListItem, type ProjectStatus } from '@officina/contracts/studio';
import { Link } from '@tanstack/react-router';
import { date } from '../../lib/format.ts';
import { Board, BoardColumn } from '../../shell/board/board.tsx';
import { BoardCard } from '../../shell/board/board-card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Budget } from './budget.tsx';
import { PriorityBadge, useStudioWords } from './studio-words.tsx';

const KIND = 'project';

interface ProjectBoardProps {
  /** Null until they are known. */
  projects: ProjectListItem[] | null;
  onMove: (project: ProjectListItem, status: ProjectStatus) => unknown;
}

/** The projects by status. */
export function ProjectBoard({ projects, onMove }: ProjectBoardProps) {
  const { t } = useLingui();
  const { statuses } = useStudioWords();
  return (
    <Board>
      {PROJECT_STATUSES.map((status) => {
        const items = projects?.filter((project) => project.status === status) ?? [];
        return (
          <BoardColumn
            key={status}
            title={statuses[status]}
            count={projects && items.length}
            kind={KIND}
            onDrop={(project: ProjectListItem) => project.status !== status && onMove(project, status)}
            items={items}
            card={(project) => (
              <ProjectCard key={project.id} project={project} onMove={(to) => onMove(project, to)} />
            )}
            empty={
              projects?.some(({ abilities }) => abilities.edit) && (
                <EmptyState title={t`Drop a project here`} />
              )
            }
          />
        );
      })}
    </Board>
  );
}

interface ProjectCardProps {
  project: ProjectListItem;
  onMove: (status: ProjectStatus) => unknown;
}

function ProjectCard({ project, onMove }: ProjectCardProps) {
  const { statusOptions } = useStudioWords();
  return (
    <BoardCard
      dragged={{ kind: KIND, item: project }}
      name={project.name}
      title={(props) => <Link to="/projects/$id" params={{ id: project.id }} {...props} />}
      status={project.status}
      columns={statusOptions}
      onMove={project.abilities.edit ? onMove : null}
    >
      {project.client && <p className="mt-0.5 truncate text-ink-muted text-sm">{project.client.name}</p>}
      <div className="mt-2 flex items-center gap-2 text-xs">
        {project.priority === 'high' && <PriorityBadge priority={project.priority} />}
        {project.deadline && (
          <span className={project.late ? 'text-danger' : 'text-ink-muted'}>{date(project.deadline)}</span>
        )}
      </div>
      {project.budgetCents !== null && (
        <div className="mt-2">
          <Budget project={project} />
        </div>
      )}
    </BoardCard>
  );
}
