import { useLingui } from '@lingui/react/macro';
import type { ServiceDetail } from '@officina/contracts/catalogue';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Archive } from 'lucide-react';
import { Form } from '../../lib/form/form.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { Page } from '../../shell/page.tsx';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { ServiceFields } from './service-fields.tsx';
import { inputOf, RENAMED, valuesOf } from './service-values.ts';

const route = getRouteApi('/app/portal/admin/catalogue/$slug');
const refresh = () => queryClient.invalidateQueries(trpc.catalogue.pathFilter());

/** A service with all it says on the public marketplace; `new` in its place begins another. */
export function EditServicePage() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const fresh = slug === 'new';
  const query = useQuery({ ...trpc.catalogue.get.queryOptions({ slug }), enabled: !fresh });
  const crumbs = [{ label: t`Catalogue`, to: '/portal/admin/catalogue' as const }];
  if (fresh)
    return (
      <Page title={t`New service`} crumbs={crumbs} narrow>
        <ServiceForm />
      </Page>
    );
  return (
    <Page
      title={query.data?.title ?? ''}
      crumbs={crumbs}
      narrow
      actions={query.data && <ServiceActions service={query.data} />}
    >
      {query.data ? (
        <ServiceForm key={query.data.id} service={query.data} />
      ) : query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <SkeletonText lines={12} />
      )}
    </Page>
  );
}

function ServiceActions({ service }: { service: ServiceDetail }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const { slug, title, version } = service;
  const retire = async () => {
    const sure = await confirm({
      title: t`Retire ${title}?`,
      text: t`It leaves the public marketplace at once. What was agreed about it stays.`,
      confirm: t`Retire the service`,
      danger: true,
    });
    if (!sure) return;
    const done = await act({
      run: () => api.catalogue.retire.mutate({ slug, version }),
      done: t`${title} is retired`,
      settled: refresh,
    });
    if (done) await navigate({ to: '/portal/admin/catalogue' });
  };
  return (
    <>
      {!service.retiredAt && (
        <LinkButton to="/marketplace/$slug" params={{ slug }}>
          {t`See it on the marketplace`}
        </LinkButton>
      )}
      {service.abilities.retire && (
        <Button
          variant="danger"
          busy={pending}
          icon={<Archive aria-hidden className="size-4" />}
          onClick={() => void retire()}
        >
          {t`Retire`}
        </Button>
      )}
    </>
  );
}

function ServiceForm({ service }: { service?: ServiceDetail }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const form = useAppForm({
    defaults: valuesOf(service),
    rename: RENAMED,
    submit: (values) =>
      api.catalogue.save.mutate(inputOf(values, service?.translations ?? {}, service?.version)),
    done: async (saved) => {
      await refresh();
      void toastDone(t`${saved.title} is saved`);
      await navigate({ to: '/portal/admin/catalogue' });
    },
  });
  return (
    <Form form={form} submitLabel={t`Save`} bar>
      <ServiceFields known={service !== undefined} />
    </Form>
  );
}
