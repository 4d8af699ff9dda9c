import { useLingui } from '@lingui/react/macro';
import type { ServiceDetail } from '@officina/contracts/catalogue';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Check, ChevronRight, Compass, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { PublicFrame } from '../../shell/portal/public-frame.tsx';
import { useCatalogueLocale } from '../../shell/portal/service-titles.ts';
import { trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { ServiceOffer } from './service-offer.tsx';
import { useServiceWords } from './service-words.ts';

const route = getRouteApi('/marketplace/$slug');

/** All that is to be known of a service before asking for it. */
export function ServicePage() {
  return (
    <DataProvider>
      <Service />
    </DataProvider>
  );
}

function Service() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const locale = useCatalogueLocale();
  const query = useQuery({ ...trpc.catalogue.get.queryOptions({ slug, locale }), staleTime: 5 * 60_000 });
  const service = query.data;
  const missing = query.error && failureOf(query.error).code === 'NOT_FOUND';
  return (
    <PublicFrame title={service?.title ?? (missing ? t`Not found` : undefined)}>
      {service ? (
        <Content service={service} />
      ) : (
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-8">
          {missing ? (
            <>
              <h1 className="sr-only">{t`Not found`}</h1>
              <EmptyState
                icon={<Compass />}
                title={t`There is no such service`}
                actions={<LinkButton to="/marketplace">{t`See all services`}</LinkButton>}
              >
                {t`It may have been renamed or is no longer offered.`}
              </EmptyState>
            </>
          ) : query.error ? (
            <ErrorCard error={query.error} retry={() => query.refetch()} />
          ) : (
            <SkeletonText lines={10} />
          )}
        </div>
      )}
    </PublicFrame>
  );
}

function Content({ service }: { service: ServiceDetail }) {
  const { t } = useLingui();
  const { types, domains, industries } = useServiceWords();
  return (
    <>
      <section className="border-b bg-canvas">
        <div className="mx-auto max-w-6xl px-4 py-8 sm:px-8 sm:py-12">
          <nav aria-label={t`Breadcrumb`} className="flex items-center gap-1 text-ink-muted text-sm">
            <Link to="/marketplace" className="hover:text-ink">
              {t`Services`}
            </Link>
            <ChevronRight aria-hidden className="flip-rtl size-3.5 text-ink-faint" />
          </nav>
          <h1 className="mt-2 max-w-3xl text-balance font-semibold text-[clamp(1.6rem,4.5vw,2.5rem)] leading-tight tracking-tight">
            {service.title}
          </h1>
          <p className="mt-2 max-w-2xl text-ink-muted text-lg">{service.oneLine}</p>
          <p className="mt-4 flex flex-wrap gap-1.5">
            <Badge tone="accent">{types[service.engagementType]}</Badge>
            {service.domains.map((word) => (
              <Badge key={word}>{domains[word]}</Badge>
            ))}
            {service.industries.map((word) => (
              <Badge key={word}>{industries[word]}</Badge>
            ))}
          </p>
        </div>
      </section>
      <div className="mx-auto grid max-w-6xl items-start gap-8 px-4 py-8 sm:px-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {/* First, so that a phone shows the price before all the rest. */}
        <ServiceOffer service={service} />
        <div className="flex min-w-0 flex-col gap-9 lg:col-start-1 lg:row-start-1">
          <Block title={t`The problem`}>
            <p className="max-w-prose text-lg">{service.problemStatement}</p>
          </Block>
          <Block title={t`What is different afterwards`}>
            <Ticks lines={service.outcomes} />
          </Block>
          <div className="grid gap-9 sm:grid-cols-2">
            <Block title={t`Best for`}>
              <Ticks lines={service.bestFor} />
            </Block>
            <Block title={t`Not for`}>
              <Ticks lines={service.notFor} none />
            </Block>
          </div>
          <Block title={t`What you get`}>
            <Ticks lines={service.deliverables} />
          </Block>
          <Block title={t`How it goes`}>
            <ol className="flex flex-col gap-3">
              {service.processSteps.map((step, index) => (
                <li key={step} className="flex items-start gap-3">
                  <span className="tabular grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-ink text-sm">
                    {index + 1}
                  </span>
                  <span className="pt-0.5">{step}</span>
                </li>
              ))}
            </ol>
          </Block>
          <div className="grid gap-9 sm:grid-cols-2">
            <Block title={t`What we need from you`}>
              <Ticks lines={service.inputsRequired} />
            </Block>
            <Block title={t`Always included`}>
              <Ticks lines={service.includes} />
            </Block>
          </div>
          <Block title={t`Your data`}>
            <p className="max-w-prose">{service.securityNote}</p>
          </Block>
          <Block title={t`Questions`}>
            <div className="flex flex-col divide-y rounded-panel border border-line">
              {service.faq.map(({ question, answer }) => (
                <details key={question} className="group px-4 py-3">
                  <summary className="flex list-none items-center justify-between gap-3 font-medium">
                    {question}
                    <ChevronRight
                      aria-hidden
                      className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
                    />
                  </summary>
                  <p className="mt-2 max-w-prose text-ink-muted">{answer}</p>
                </details>
              ))}
            </div>
          </Block>
        </div>
      </div>
    </>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-3 font-semibold text-lg tracking-tight">{title}</h2>
      {children}
    </section>
  );
}

function Ticks({ lines, none }: { lines: string[]; none?: boolean }) {
  const Mark = none ? X : Check;
  return (
    <ul className="flex flex-col gap-2">
      {lines.map((line) => (
        <li key={line} className="flex items-start gap-2">
          <Mark
            aria-hidden
            className={none ? 'mt-1 size-4 shrink-0 text-ink-faint' : 'mt-1 size-4 shrink-0 text-success'}
          />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}
