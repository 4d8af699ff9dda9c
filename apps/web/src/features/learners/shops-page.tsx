import { useLingui } from '@lingui/react/macro';
import type { ShopItem, ShopSite } from '@officina/contracts/training-staff';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { MapPin, Plus, Store } from 'lucide-react';
import { useState } from 'react';
import { ago } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLearnerWords } from './learner-words.tsx';
import { ApprovalDialog, PartnerDialog, SiteDialog, StoreDialog } from './shop-dialogs.tsx';
import { SiteMap } from './site-map.tsx';

type Question =
  | { kind: 'new' }
  | { kind: 'approval' | 'partner' | 'edit'; shop: ShopItem }
  | { kind: 'site'; shop: ShopItem; site?: ShopSite };

/** Partner shops, their sites on a map, and what staff decide about them. */
export function ShopsPage() {
  const { t } = useLingui();
  const query = useQuery(trpc.training.shops.queryOptions({ limit: 100 }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const shops = query.data?.items ?? [];
  const close = () => setQuestion(null);
  return (
    <Page
      title={t`Shops`}
      actions={
        can('training.manage') && (
          <Button
            variant="primary"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setQuestion({ kind: 'new' })}
          >
            {t`New shop`}
          </Button>
        )
      }
    >
      {query.error && <ErrorCard error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <Skeleton className="h-80 w-full" />}
      {query.data && shops.length === 0 && (
        <Panel>
          <EmptyState icon={<Store />} title={t`The first shop`}>
            {t`Learners work at approved shops of active partners, within the circles of their sites.`}
          </EmptyState>
        </Panel>
      )}
      {shops.length > 0 && (
        <div className="grid items-start gap-(--gap) xl:grid-cols-[3fr_2fr]">
          <Panel flush className="overflow-hidden">
            <SiteMap shops={shops} chosen={chosen} choose={setChosen} />
          </Panel>
          <div className="flex flex-col gap-(--gap)">
            {shops.map((shop) => (
              <ShopCard
                key={shop.id}
                shop={shop}
                lit={shop.id === chosen}
                choose={() => setChosen(shop.id)}
                ask={setQuestion}
              />
            ))}
          </div>
        </div>
      )}
      {question?.kind === 'new' && <StoreDialog shops={shops} onClose={close} />}
      {question?.kind === 'edit' && <StoreDialog shop={question.shop} shops={shops} onClose={close} />}
      {question?.kind === 'approval' && <ApprovalDialog shop={question.shop} onClose={close} />}
      {question?.kind === 'partner' && <PartnerDialog shop={question.shop} onClose={close} />}
      {question?.kind === 'site' && <SiteDialog shop={question.shop} site={question.site} onClose={close} />}
    </Page>
  );
}

function ShopCard({
  shop,
  lit,
  choose,
  ask,
}: {
  shop: ShopItem;
  lit: boolean;
  choose: () => void;
  ask: (question: Question) => void;
}) {
  const { t } = useLingui();
  const { partners } = useLearnerWords();
  const manages = can('training.manage');
  return (
    <Panel
      className={clsx(lit && 'ring-2 ring-accent')}
      title={
        <button type="button" onClick={choose} className="text-start">
          {shop.name}
        </button>
      }
      action={
        <StatusBadge tone={shop.approved ? 'success' : 'warning'}>
          {shop.approved ? t({ context: 'shop', message: 'Approved' }) : t`Not approved`}
        </StatusBadge>
      }
    >
      <div className="flex flex-col gap-2 text-sm">
        <p className="text-ink-muted">
          {shop.partnerName}: {partners[shop.partnerStatus]}
          {shop.ownerName && ` · ${shop.ownerName}`} · {t`${shop.apprentices} learners`}
          {shop.codeExpiresAt && ` · ${t`code ${ago(shop.codeExpiresAt)}`}`}
        </p>
        <ul className="flex flex-col gap-1">
          {shop.sites.map((site) => (
            <li key={site.id} className="flex items-center gap-2">
              <MapPin aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <span className={clsx('min-w-0 flex-1 truncate', !site.isActive && 'line-through')}>
                {site.name} <span className="tabular text-ink-faint">{t`${site.radiusM} m`}</span>
                {site.isDefault && <span className="text-ink-faint"> · {t`default`}</span>}
              </span>
              {manages && (
                <Button size="sm" variant="ghost" onClick={() => ask({ kind: 'site', shop, site })}>
                  {t`Edit`}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {manages && (
          <div className="flex flex-wrap gap-1.5">
            <Button size="sm" onClick={() => ask({ kind: 'site', shop })}>
              {t`Add a site`}
            </Button>
            <Button size="sm" onClick={() => ask({ kind: 'edit', shop })}>
              {t`Edit the shop`}
            </Button>
            <Button size="sm" onClick={() => ask({ kind: 'approval', shop })}>
              {shop.approved ? t`Withdraw approval` : t`Approve`}
            </Button>
            <Button size="sm" onClick={() => ask({ kind: 'partner', shop })}>
              {t`Partner's status`}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
