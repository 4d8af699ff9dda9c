import { plainDate } from '@officina/contracts/fields';
import { decimalFromMinor, minorDigits } from '@officina/contracts/money';
import { PIPELINE_STAGES, REVENUE_GROUPS } from '@officina/contracts/reports';
import { checkRange } from '@officina/contracts/reports-inputs';
import { z } from 'zod';
import { pipeline } from '../../../domains/reports/pipeline.ts';
import { revenue } from '../../../domains/reports/revenue.ts';
import { row } from '../../row.ts';
import { enveloped, upperWords } from './wire.ts';

const tag = 'Reporting';

const rangeQuery = z
  .object({
    from_date: plainDate,
    to_date: plainDate,
    group_by: z.enum(REVENUE_GROUPS, { error: `Must be one of ${REVENUE_GROUPS.join(', ')}` }).optional(),
  })
  .superRefine(checkRange('from_date', 'to_date'))
  .transform(({ from_date, to_date, group_by }) => ({ from: from_date, to: to_date, groupBy: group_by }));

const revenueShape = z.strictObject({
  summary: z.strictObject({ total_revenue: z.number(), invoices_paid: z.int(), average_invoice: z.number() }),
  breakdown: z.array(z.strictObject({ period: z.string(), revenue: z.number(), invoices: z.int() })),
});

const pipelineShape = z.strictObject({
  stages: z.array(
    z.strictObject({ status: upperWords(PIPELINE_STAGES), count: z.int(), total_value: z.number() }),
  ),
  conversion_rate: z.number(),
  average_deal_size: z.number(),
  total_pipeline_value: z.number(),
});

const amountsOf = (currency: string) => {
  const digits = minorDigits(currency);
  return (cents: number) => decimalFromMinor(cents, digits);
};

export const reportRows = [
  row({
    method: 'GET',
    path: '/reports/revenue',
    summary: 'Revenue of a range of days, by day, week or month',
    tag,
    operation: revenue,
    query: rangeQuery,
    answer: 'data',
    present: ({ currency, summary, breakdown }) => {
      const amount = amountsOf(currency);
      return {
        data: {
          summary: {
            total_revenue: amount(summary.revenueCents),
            invoices_paid: summary.invoicesPaid,
            average_invoice: amount(summary.averageInvoiceCents),
          },
          breakdown: breakdown.map(({ period, revenueCents, invoices }) => ({
            period,
            revenue: amount(revenueCents),
            invoices,
          })),
        },
      };
    },
    response: enveloped(revenueShape),
  }),
  row({
    method: 'GET',
    path: '/reports/pipeline',
    summary: 'Quotes on their way, by stage',
    tag,
    operation: pipeline,
    answer: 'data',
    present: ({ currency, stages, conversionRate, averageDealCents, totalCents }) => {
      const amount = amountsOf(currency);
      return {
        data: {
          stages: stages.map((stage) => ({
            status: stage.status.toUpperCase(),
            count: stage.count,
            total_value: amount(stage.totalCents),
          })),
          conversion_rate: conversionRate,
          average_deal_size: amount(averageDealCents),
          total_pipeline_value: amount(totalCents),
        },
      };
    },
    response: enveloped(pipelineShape),
  }),
];
