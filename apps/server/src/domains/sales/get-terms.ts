import type { SalesTermsView } from '@officina/contracts/sales-terms';
import { tenantSettings } from '@officina/db/schema/tenancy';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf } from '../../kernel/clock.ts';
import { read } from '../../kernel/operation.ts';
import { prepared } from '../../kernel/statement.ts';
import { readTerms } from './terms.ts';

const hourlyRate = prepared((db) =>
  db
    .select({ hourlyRateMinor: tenantSettings.hourlyRateMinor })
    .from(tenantSettings)
    .where(eq(tenantSettings.tenantId, sql.placeholder('tenantId')))
    .prepare('sales_hourly_rate'),
);

/** The terms that an editor starts from: whoever may write a quote needs them, few of them may read the settings. */
export const getSalesTerms = read({
  name: 'quotes.terms',
  permission: 'quotes.read',
  input: z.object({}),
  async run(ctx): Promise<SalesTermsView> {
    const [{ version: _, ...terms }, [rate]] = await Promise.all([
      readTerms(ctx),
      hourlyRate(ctx.db).execute({ tenantId: ctx.tenant.id }),
    ]);
    return {
      ...terms,
      today: dayOf(ctx.now, ctx.tenant.timeZone),
      currency: ctx.tenant.currency,
      hourlyRateCents: rate?.hourlyRateMinor ?? null,
    };
  },
});
