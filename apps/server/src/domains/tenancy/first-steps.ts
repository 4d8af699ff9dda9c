import type { FirstStep } from '@officina/contracts/onboarding';
import type { Permission } from '@officina/contracts/permissions';
import { type SQL, sql } from 'drizzle-orm';

interface Step {
  /** Who may not take it does not see it. */
  needs: Permission;
  /** Whether the firm has taken it. */
  done: SQL;
  /** For firms of a trade: whether this is one of them. */
  concerns?: SQL;
}

const tenant = sql.placeholder('tenantId');
/** Whether the firm has a row of a table; `and` narrows which. */
const any = (table: string, and = '') =>
  sql`exists (select from ${sql.identifier(table)} where tenant_id = ${tenant} ${sql.raw(and)})`;

/**
 * The steps that a look at the firm's records can tick, by name; the company's details have rules of their own. A domain
 * whose firms begin otherwise adds its row here and its words in the web app.
 */
export const STEPS: Record<Exclude<FirstStep, 'company'>, Step> = {
  logo: { needs: 'settings.edit', done: any('tenant_settings', 'and logo_document_id is not null') },
  contact: { needs: 'contacts.create', done: any('contacts', 'and deleted_at is null') },
  quote: {
    needs: 'quotes.create',
    done: any('quotes', 'and deleted_at is null'),
    // Advisory offices have clients whose binders they keep, and write no quotes.
    concerns: sql`not ${any('office_clients')}`,
  },
  colleague: {
    needs: 'team.invite',
    done: sql`(${any('invitations', 'and revoked_at is null and contact_id is null')}
      or (select count(*) > 1 from members where tenant_id = ${tenant} and removed_at is null))`,
  },
};
