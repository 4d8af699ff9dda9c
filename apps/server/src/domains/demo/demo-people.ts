import type { Tx } from '@officina/db/client';
import { users } from '@officina/db/schema/identity';
import { members, tenantSettings, tenants } from '@officina/db/schema/tenancy';
import type { Tenant } from '../../kernel/context.ts';
import type { TenantId } from '../../kernel/ids.ts';
import type { Services } from '../../kernel/services.ts';
import { DEMO_PASSWORD, type DemoPerson } from './demo-accounts.ts';
import type { Teller } from './story.ts';
import { unfinished } from './unfinished.ts';

/** What a person has not chosen. */
const UNDECIDED = { locale: null, theme: null, density: null };

type TenantFacts = Omit<typeof tenants.$inferInsert, 'id'>;
type Settings = Omit<typeof tenantSettings.$inferInsert, 'tenantId'>;

/** A member of a demo tenant, with the demo's password; `orgId` is the organisation of a client. */
async function addPerson(
  tx: Tx,
  tenant: { id: string; createdAt: Date },
  { email, name, role }: DemoPerson,
  { passwordHash, orgId }: { passwordHash: string; orgId?: string },
): Promise<Teller> {
  // Somebody may have given them another password meanwhile.
  const fresh = { name, passwordHash, emailVerifiedAt: tenant.createdAt, ...UNDECIDED };
  const [user] = await tx
    .insert(users)
    .values({ email, ...fresh })
    .onConflictDoUpdate({ target: users.email, set: fresh })
    .returning({ id: users.id });
  if (!user) throw new Error(`no account for ${email}`);
  await tx.insert(members).values({ tenantId: tenant.id, userId: user.id, role, contactId: orgId });
  return { id: user.id, name, email, role, ...(orgId && { orgId }) };
}

/** Further people of a demo tenant, such as those of organisations that its story has made. */
export async function addDemoPeople(
  services: Services,
  tenant: Tenant & { createdAt: Date },
  people: readonly (DemoPerson & { orgId?: string })[],
): Promise<Teller[]> {
  const passwordHash = await services.passwords.hash(DEMO_PASSWORD);
  return services.client.db.transaction(async (tx) => {
    const tellers: Teller[] = [];
    for (const person of people)
      tellers.push(await addPerson(tx, tenant, person, { passwordHash, orgId: person.orgId }));
    return tellers;
  });
}

/**
 * A tenant with its settings and people, all with the demo's password. It has its subdomain once `finishDemoTenant` says
 * that its history is told: a fill that was interrupted is known by the name that it still has.
 */
export async function createDemoTenant(
  services: Services,
  facts: TenantFacts,
  settings: Settings,
  people: readonly DemoPerson[],
): Promise<{ tenant: Tenant & { createdAt: Date }; tellers: Teller[] }> {
  const { db } = services.client;
  const passwordHash = await services.passwords.hash(DEMO_PASSWORD);
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(tenants)
      .values({ ...facts, demo: true, subdomain: unfinished(facts.subdomain) })
      .returning();
    if (!row) throw new Error('the demo tenant was not made');
    // A firm with a history is past its first steps.
    const onboardingDismissedAt = row.createdAt;
    await tx.insert(tenantSettings).values({ onboardingDismissedAt, ...settings, tenantId: row.id });
    const tellers: Teller[] = [];
    for (const person of people) tellers.push(await addPerson(tx, row, person, { passwordHash }));
    return { tenant: { ...row, id: row.id as TenantId }, tellers };
  });
}
