import { useLingui } from '@lingui/react/macro';
import type { Engagement } from '@officina/contracts/engagements';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../trpc.ts';

const MOST = 20;

/** Under which codes the client books what it is billed, for each engagement that has some. */
export function EngagementCodes() {
  const { t } = useLingui();
  const { data } = useQuery(trpc.engagements.list.queryOptions({ limit: MOST }));
  const coded = data?.items.filter((each) => codesOf(each).some(Boolean)) ?? [];
  if (!coded.length) return null;
  const labels = [t`Procurement`, t`PO number`, t`Cost centre`];
  return (
    <ul className="grid gap-2 px-(--gutter) pt-3 max-md:px-4 sm:grid-cols-2 xl:grid-cols-3">
      {coded.map((each) => (
        <li key={each.id} className="rounded-panel border bg-surface p-3">
          <Link
            to="/portal/engagements/$id"
            params={{ id: each.id }}
            className="block truncate font-medium underline-offset-2 hover:underline"
          >
            {each.title}
          </Link>
          <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {codesOf(each).map(
              (code, at) =>
                code && (
                  <div key={labels[at]} className="flex gap-1">
                    <dt className="text-ink-muted">{labels[at]}</dt>
                    <dd>
                      <bdi>{code}</bdi>
                    </dd>
                  </div>
                ),
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}

const codesOf = ({ procurementRef, purchaseOrderRef, costCenter }: Engagement) => [
  procurementRef,
  purchaseOrderRef,
  costCenter,
];
