import { useLingui } from '@lingui/react/macro';
import type { RevenueReport } from '@officina/contracts/reports';
import { useQuery } from '@tanstack/react-query';
import { money, percent } from '../../lib/format.ts';
import { useDocumentWords } from '../../shell/document-state.tsx';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** How people paid in the range. */
export function PaymentMethods({ report }: { report: RevenueReport | undefined }) {
  const { t } = useLingui();
  const { method } = useDocumentWords();
  if (report && report.byMethod.length === 0) {
    return (
      <Panel title={t`By method`}>
        <EmptyState title={t`No payment in these days`} />
      </Panel>
    );
  }
  return (
    <Panel flush title={t`By method`}>
      {report ? (
        <Table aria-label={t`By method`}>
          <thead>
            <tr>
              <Th>{t`Method`}</Th>
              <Th numeric>{t`Payments`}</Th>
              <Th numeric>{t`Amount`}</Th>
            </tr>
          </thead>
          <tbody>
            {report.byMethod.map((row) => (
              <tr key={row.method}>
                <Td>{row.method ? method(row.method) : t`Unknown`}</Td>
                <Td numeric>{row.payments}</Td>
                <Td numeric>{money(row.amountCents, report.currency)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <div className="px-4 pb-4">
          <SkeletonText lines={4} />
        </div>
      )}
    </Panel>
  );
}

/** Quotes on their way, whatever the range. */
export function PipelineFigures() {
  const { t } = useLingui();
  const { quoteState } = useDocumentWords();
  const { data: pipeline } = useQuery(trpc.reports.pipeline.queryOptions({}));
  return (
    <Panel flush title={t`Pipeline today`}>
      {pipeline ? (
        <Table aria-label={t`Pipeline today`}>
          <thead>
            <tr>
              <Th>{t`Stage`}</Th>
              <Th numeric>{t`Quotes`}</Th>
              <Th numeric>{t`Value`}</Th>
            </tr>
          </thead>
          <tbody>
            {pipeline.stages.map((stage) => (
              <tr key={stage.status}>
                <Td>{quoteState(stage.status)}</Td>
                <Td numeric>{stage.count}</Td>
                <Td numeric>{money(stage.totalCents, pipeline.currency)}</Td>
              </tr>
            ))}
            <tr className="font-medium">
              <Td>{t`Conversion ${percent(pipeline.conversionRate)}`}</Td>
              <Td numeric>{t`Average`}</Td>
              <Td numeric>{money(pipeline.averageDealCents, pipeline.currency)}</Td>
            </tr>
          </tbody>
        </Table>
      ) : (
        <div className="px-4 pb-4">
          <SkeletonText lines={4} />
        </div>
      )}
    </Panel>
  );
}
