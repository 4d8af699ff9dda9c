import { beforeAll, describe, expect, it } from 'vitest';
import { submitEdit } from '../domains/engagements/edits/submit-edit.ts';
import { createScope } from '../domains/engagements/scopes/create-scope.ts';
import { rejectScope } from '../domains/engagements/scopes/decide-scope.ts';
import { reviseScope } from '../domains/engagements/scopes/revise-scope.ts';
import { updateScope } from '../domains/engagements/scopes/update-scope.ts';
import { openSession } from '../domains/identity/open-session.ts';
import { watchChanges } from '../domains/journal/watch-changes.ts';
import { sendStudioInvoice } from '../domains/studio/invoices/move-invoice.ts';
import { toDate } from '../kernel/clock.ts';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { hashSecret } from '../kernel/ids.ts';
import type { Operation } from '../kernel/operation.ts';
import type { RestRow } from '../rest/row.ts';
import { type HttpClient, httpClient, type World } from '../testing/harness.ts';
import { FIRST_QUESTIONS, firstAnswers } from '../trpc/first-answers.ts';
import { canariesIn, plantCanaries } from './canaries.ts';
import { clientOperations, clientRows, requestOf } from './client-operations.ts';
import { FOREIGN_CASES } from './foreign-inputs.ts';
import { createForeignPortal } from './foreign-portal.ts';
import { createForeignStudio } from './foreign-studio.ts';
import { createForeignWorld, type ForeignRows, idsOf, MARK } from './foreign-world.ts';

const OWN = 'zzownzz';

/** All the texts that clients are shown, of their own organisation's rows. What is new here is a decision. */
const SHOWN = [
  'change_requests.decision_note:own',
  'change_requests.description:own',
  'change_requests.title:own',
  'contacts.display_name:own',
  'contacts.email:own',
  'deliverables.approval_note:own',
  'deliverables.title:own',
  'documents.filename:own',
  'documents.sha256:own',
  'edit_events.reason:own',
  'edit_events.rejection_note:own',
  'engagement_documents.archive_reason:own',
  'engagement_documents.description:own',
  'engagement_documents.label:own',
  'engagement_invoices.reference_po:own',
  'engagements.cost_center:own',
  'engagements.procurement_ref:own',
  'engagements.purchase_order_ref:own',
  'engagements.title:own',
  'invoice_lines.description:own',
  'invoices.notes:own',
  'journal_entries.reason:own',
  'milestones.title:own',
  // What they were told while it was so stays told.
  'notifications.params.body:kept',
  'notifications.params.body:own',
  'projects.description:own',
  'projects.name:own',
  'projects.tags:own',
  'scope_proposals.client_note:own',
  'scope_proposals.deliverables:own',
  'scope_proposals.scope_summary:own',
  'scope_proposals.title:own',
  'studio_invoice_lines.description:own',
  // The firm's name stands on its invoices.
  'tenant_settings.company_name:other',
  'upload_sessions.filename:own',
];

const SCOPE = {
  title: OWN,
  fixedPriceEUR: 15_000,
  scopeSummary: `${OWN} ${OWN}`,
  deliverables: [OWN],
};

/** What staff keep to themselves about a client's own engagement: ids that the client never hears, and once did. */
async function createKept({ ctx }: World, client: Ctx, { engagementId, billId }: ForeignRows) {
  const edit = (entityType: 'invoice' | 'scope', entityId: string, changes: Record<string, string>) =>
    submitEdit(ctx, {
      entityType,
      entityId,
      reason: OWN,
      diff: Object.entries(changes).map(([field, to]) => ({ field, to })),
    });
  const note = await edit('invoice', billId, { internalNote: OWN });
  // Beside something that clients may know, the note is still the staff's.
  await edit('invoice', billId, { internalNote: `${OWN} ${OWN}`, referencePO: 'PO-1' });
  const draft = await createScope(ctx, { engagementId, ...SCOPE });
  const ofDraft = await edit('scope', draft.id, { scopeSummary: `${OWN} ${OWN} ${OWN}` });
  const revised = await createScope(ctx, { engagementId, ...SCOPE });
  await updateScope(ctx, { id: revised.id, status: 'sent' });
  await rejectScope(client, { id: revised.id });
  await reviseScope(ctx, { id: revised.id });
  return { unheard: [note.editEventId, draft.id, ofDraft.editEventId], heard: [revised.id] };
}

describe('what a client is told', () => {
  let own: ForeignRows;
  let asker: Ctx;
  let http: HttpClient;
  let world: World;
  let unheard: string[];
  /** Canary → where it was first heard. */
  const heard = new Map<string, string>();
  const named = new Set<string>();

  function listen(where: string, answer: unknown, question: unknown = null): void {
    const said = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? '');
    const asked = JSON.stringify(question) ?? '';
    for (const canary of canariesIn(said)) if (!heard.has(canary)) heard.set(canary, where);
    for (const id of unheard) if (said.includes(id) && !asked.includes(id)) named.add(`${where}: ${id}`);
  }
  const questionsOf = (operation: string): unknown[] => [
    FOREIGN_CASES[operation]?.[1](own),
    {},
    { q: 'zzq' },
    { search: 'zzq' },
  ];

  async function ask(operation: Operation, inputs: readonly unknown[]): Promise<void> {
    for (const input of inputs)
      try {
        listen(operation.operation, await operation(asker, input as never), input);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        listen(operation.operation, [error.message, error.details ?? null], input);
      }
  }
  async function send(row: RestRow, inputs: readonly unknown[]): Promise<void> {
    for (const input of inputs) {
      const { path, body } = requestOf(row, input as Record<string, unknown>);
      const answer = await http.call(row.method, path, body);
      expect(answer.status, `${row.method} ${path}`).toBeLessThan(500);
      listen(`${row.method} ${row.path}`, answer.body, input);
    }
  }

  beforeAll(async () => {
    const foreign = await createForeignWorld();
    world = foreign.world;
    const { sql } = world.server.services.client;
    const [portal, studio] = [await createForeignPortal(world, OWN), await createForeignStudio(world, OWN)];
    own = { ...foreign, ...portal, ...studio };
    await sendStudioInvoice(world.ctx, { id: own.studioInvoiceId });
    const { orgId } = own;
    await sql`update projects set contact_id = ${orgId} where tenant_id = ${world.tenant.id} and id = ${own.projectId}`;
    await sql`update invoices set contact_id = ${orgId} where tenant_id = ${world.tenant.id} and id = ${own.studioInvoiceId}`;
    const person = { id: own.clientId, email: 'own@example.test', name: 'Own', orgId };
    asker = world.of(person, 'client');
    http = await httpClient(world, asker);
    const kept = await createKept(world, asker, own);
    unheard = [...kept.unheard, ...idsOf(foreign)];
    await plantCanaries(world, {
      own: idsOf({ ...portal, ...studio }),
      kept: [...kept.unheard, ...kept.heard],
      marks: [MARK, OWN],
    });
  });

  it('in answers to questions', async () => {
    for (const operation of clientOperations)
      if (operation.effect === 'read' && operation.operation !== 'journal.watch')
        await ask(operation, questionsOf(operation.operation));
    for (const row of clientRows)
      if (row.method === 'GET') await send(row, questionsOf(row.operation.operation));
    expect([...named]).toEqual([]);
  });

  it('in pages that come with answers, and live', async () => {
    for (const path of Object.keys(FIRST_QUESTIONS)) listen(path, await firstAnswers(asker, path));
    const { token } = await openSession(world.server.services.client.db, {
      userId: own.clientId,
      activeTenantId: world.tenant.id,
      createdAt: toDate(asker.now),
      ip: null,
      userAgent: null,
    });
    const actor = { ...asker.actor, sessionId: hashSecret(token) } as Ctx['actor'];
    const stream = await watchChanges({ ...asker, actor }, { age: 300_000 });
    const { value } = await stream.next();
    await stream.return();
    expect(JSON.stringify(value)).toContain(own.billId);
    listen('live', value);
    expect([...named]).toEqual([]);
  });

  it('in answers to what they do', async () => {
    for (const operation of clientOperations)
      if (operation.effect === 'write') await ask(operation, questionsOf(operation.operation).slice(0, 1));
    for (const row of clientRows)
      if (row.method !== 'GET') await send(row, questionsOf(row.operation.operation).slice(0, 1));
    expect([...named]).toEqual([]);
  });

  it('is nothing else than this', () => {
    const strange = [...heard].filter(([canary]) => !SHOWN.includes(canary));
    expect(strange).toEqual([]);
    expect([...heard.keys()].sort()).toEqual(SHOWN);
  });
});
