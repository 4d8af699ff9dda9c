import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { useLingui } from '@lingui/react/macro';
import { PROJECT_STATUSES, type ProjectListItem, type ProjectStatus } from '@officina/contracts/studio';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { EllipsisVertical } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { attachDrag } from '../../lib/drag.ts';
import { date } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Budget } from './budget.tsx';
import { PriorityBadge, useStudioWords } from './studio-words.tsx';

interface BoardProps {
  projects: ProjectListItem[];
  onMove: (project: ProjectListItem, status: ProjectStatus) => unknown;
}

const projectOf = (data: Record<string, unknown>): ProjectListItem | null =>
  data.kind === 'project' ? (data.project as ProjectListItem) : null;

/** The projects by status: dragged, or moved with a menu or with [ and ]. */
export function ProjectBoard({ projects, onMove }: BoardProps) {
  return (
    <div className="flex min-h-0 flex-1 gap-(--gap) overflow-x-auto px-(--gutter) py-4 max-md:snap-x max-md:snap-mandatory max-md:px-4">
      {PROJECT_STATUSES.map((status) => (
        <Column
          key={status}
          status={status}
          projects={projects.filter((project) => project.status === status)}
          onMove={onMove}
        />
      ))}
    </div>
  );
}

function Column({ status, projects, onMove }: BoardProps & { status: ProjectStatus }) {
  const { t } = useLingui();
  const { statuses } = useStudioWords();
  const column = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(onMove);
  latest.current = onMove;
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    return attachDrag(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => projectOf(source.data) !== null,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop({ source }) {
          setOver(false);
          const project = projectOf(source.data);
          if (project && project.status !== status) latest.current(project, status);
        },
      }),
    );
  }, [status]);
  return (
    <section
      ref={column}
      aria-label={statuses[status]}
      className={clsx(
        'flex w-72 min-w-60 max-w-96 flex-1 flex-col rounded-panel bg-sunken max-md:w-[85vw] max-md:shrink-0 max-md:snap-center',
        over && 'outline-2 outline-accent-ink',
      )}
    >
      <h2 className="flex items-center gap-2 px-3 pt-3 pb-2 font-semibold text-sm">
        {statuses[status]}
        <span className="tabular font-normal text-ink-faint">{projects.length}</span>
      </h2>
      <ul className="flex min-h-24 flex-1 flex-col gap-2 overflow-y-auto px-2 pb-3">
        {projects.length === 0 && (
          <li className="px-2 py-6 text-center text-ink-faint text-sm">{t`Drop a project here`}</li>
        )}
        {projects.map((project) => (
          <Card key={project.id} project={project} onMove={onMove} />
        ))}
      </ul>
    </section>
  );
}

function Card({ project, onMove }: { project: ProjectListItem; onMove: BoardProps['onMove'] }) {
  const { t } = useLingui();
  const { statuses } = useStudioWords();
  const card = useRef<HTMLLIElement>(null);
  const [dragging, setDragging] = useState(false);
  const { edit } = project.abilities;
  const latest = useRef(project);
  latest.current = project;
  useEffect(() => {
    const element = card.current;
    if (!element || !edit) return;
    return attachDrag(({ draggable }) =>
      combine(
        draggable({
          element,
          getInitialData: () => ({ kind: 'project', project: latest.current }),
          onDragStart: () => setDragging(true),
          onDrop: () => setDragging(false),
        }),
      ),
    );
  }, [edit]);
  const step = (by: number) => {
    const next = PROJECT_STATUSES[PROJECT_STATUSES.indexOf(project.status) + by];
    if (next && edit) onMove(project, next);
  };
  return (
    <li
      ref={card}
      className={clsx(
        'relative rounded-control border border-line bg-surface p-3 shadow-panel hover:border-line-strong',
        dragging && 'opacity-40',
      )}
    >
      <div className="flex items-start gap-2">
        <Link
          to="/projects/$id"
          params={{ id: project.id }}
          className="min-w-0 flex-1 font-medium text-sm after:absolute after:inset-0 after:rounded-control focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent-ink"
          onKeyDown={(event) => {
            if (event.key === '[') step(-1);
            if (event.key === ']') step(1);
          }}
        >
          {project.name}
        </Link>
        {edit && (
          <span className="relative z-10 -me-1.5 -mt-1.5">
            <Menu
              align="end"
              entries={PROJECT_STATUSES.filter((status) => status !== project.status).map((status) => {
                const column = statuses[status];
                return { label: t`Move to ${column}`, run: () => void onMove(project, status) };
              })}
              trigger={
                <IconButton label={t`Move “${project.name}”`} size="sm">
                  <EllipsisVertical aria-hidden className="size-4" />
                </IconButton>
              }
            />
          </span>
        )}
      </div>
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
    </li>
  );
}
