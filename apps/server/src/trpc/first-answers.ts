import type { FirstAnswer, FirstQuestion } from '@officina/contracts/first-answers';
import type { TenantModule } from '@officina/contracts/modules';
import { callTRPCProcedure } from '@trpc/server';
import type { Ctx } from '../kernel/context.ts';
import { appRouter } from './app-router.ts';

const one = (procedure: string, input: Record<string, unknown> = {}): FirstQuestion => ({
  procedure,
  input,
  paged: false,
});
const list = (procedure: string, input: Record<string, unknown> = {}): FirstQuestion => ({
  procedure,
  input: { limit: 50, ...input },
  paged: true,
});
const NEWEST = { sort: 'createdAt', dir: 'desc' };
const UNREAD = one('notifications.unreadCount');
const TODAY = [
  one('binders.overview'),
  one('binders.board'),
  one('binders.attention', { type: 'unpaid_charge', limit: 10 }),
];

/** What a page asks when it is opened by its bare address; a browser test holds both together. */
export const FIRST_QUESTIONS: Readonly<Record<string, readonly FirstQuestion[]>> = {
  '/': [one('dashboard.garage'), one('tenancy.onboarding')],
  '/contacts': [list('contacts.list', NEWEST)],
  '/vehicles': [list('vehicles.list', NEWEST)],
  '/quotes': [list('quotes.list')],
  '/invoices': [list('invoices.list', { kind: 'invoice', sort: 'issueDate', dir: 'desc' })],
  '/tasks': [one('tasks.board')],
  '/office': TODAY,
  '/office/queue': [list('binders.workQueue')],
  '/office/clients': [list('officeClients.list')],
  '/office/binders': [list('binders.list', { tab: 'open', sort: 'receivedAt', dir: 'desc' })],
  '/office/charges': [one('charges.totals'), list('charges.list')],
};

/** The start page is that of the tenant's first part, which the app goes on to. */
const HOMES: readonly [TenantModule, string][] = [
  ['sales', '/'],
  ['office', '/office'],
];

/** Where the app shows what it was opened for at an address; undefined for a start page that is not known here. */
export function addressOf({ tenant }: Pick<Ctx, 'tenant'>, path: string): string | undefined {
  return path === '/' ? HOMES.find(([part]) => tenant.modules.includes(part))?.[1] : path;
}

/** A page does not wait longer for answers that it can ask for itself. */
const PATIENCE_MS = 250;

async function answer(ctx: Ctx, question: FirstQuestion): Promise<FirstAnswer[]> {
  const data = await callTRPCProcedure({
    router: appRouter,
    path: question.procedure,
    type: 'query',
    getRawInput: async () => question.input,
    ctx: { ctx, sendSession: () => {}, readForm: () => Promise.reject(new Error('no form')) },
    signal: undefined,
    batchIndex: 0,
  });
  return [{ ...question, data }];
}

/**
 * Answers to what the page at an address (`addressOf`) asks first, so that it shows its records without asking. What is refused,
 * fails or takes long is left out: the page asks for it itself and shows what comes of it.
 */
export async function firstAnswers(ctx: Ctx, path: string): Promise<FirstAnswer[]> {
  if (ctx.actor.kind !== 'user') return [];
  const questions = FIRST_QUESTIONS[path];
  if (!questions) return [];
  const late = new Promise<FirstAnswer[]>((resolve) => setTimeout(resolve, PATIENCE_MS, []).unref());
  const asked = [...questions, UNREAD].map((question) => answer(ctx, question).catch(() => []));
  return (await Promise.all(asked.map((each) => Promise.race([each, late])))).flat();
}
