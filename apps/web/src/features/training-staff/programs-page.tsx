import { useLingui } from '@lingui/react/macro';
import type { ProgramItem } from '@officina/contracts/training-views';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, GraduationCap, Pencil, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { money, number } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

const ProgramForm = lazy(() =>
  import('./program-form.tsx').then((module) => ({ default: module.ProgramForm })),
);

/** What the academy sells. Owners change it; prices count for new orders. */
export function ProgramsPage() {
  const { t } = useLingui();
  const query = useQuery(trpc.training.programs.queryOptions({}));
  const [edited, setEdited] = useState<ProgramItem | 'new' | null>(null);
  return (
    <Page
      title={t`Programmes`}
      actions={
        can('training.settings') && (
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setEdited('new')}>
            {t`New programme`}
          </Button>
        )
      }
    >
      {query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : query.data?.items.length === 0 ? (
        <Panel>
          <EmptyState icon={<GraduationCap />} title={t`The first programme`}>
            {t`What learners apply for: its hours, its price and how it is paid. It has a page of its own as soon as it is offered.`}
          </EmptyState>
        </Panel>
      ) : query.data ? (
        query.data.items.map((program) => (
          <Program key={program.id} program={program} onEdit={() => setEdited(program)} />
        ))
      ) : (
        <Panel>
          <SkeletonText lines={6} />
        </Panel>
      )}
      <Suspense>
        {edited && (
          <ProgramForm
            program={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
            onSaved={() => {
              setEdited(null);
              void query.refetch();
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}

function Program({ program, onEdit }: { program: ProgramItem; onEdit: () => void }) {
  const { t } = useLingui();
  const { hoursMin, hoursMax, slug } = program;
  return (
    <Panel
      title={program.name}
      action={
        program.active ? (
          <StatusBadge tone="success">{t`Offered`}</StatusBadge>
        ) : (
          <StatusBadge>{t`Not offered`}</StatusBadge>
        )
      }
    >
      <Facts
        items={[
          { label: t`Price`, value: money(program.priceCents, program.currency) },
          { label: t`Set-up fee`, value: money(program.setupFeeCents, program.currency) },
          { label: t`Hours`, value: number(program.totalHours) },
          { label: t`Hours a week`, value: t`${hoursMin} to ${hoursMax}` },
          { label: t`From the age of`, value: program.minAge },
          { label: t`Time zone`, value: program.timeZone },
        ]}
      />
      <div className="mt-4 flex flex-wrap gap-2">
        {program.abilities.edit && (
          <Button icon={<Pencil aria-hidden className="size-4" />} onClick={onEdit}>
            {t`Change`}
          </Button>
        )}
        {program.active && (
          <LinkButton
            to="/programs/$slug"
            params={{ slug }}
            icon={<ExternalLink aria-hidden className="size-4" />}
          >
            {t`See the page`}
          </LinkButton>
        )}
      </div>
    </Panel>
  );
}
