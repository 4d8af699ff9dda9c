import { type FirstAnswers, questionOf } from '@officina/contracts/first-answers';
import type { TenantModule } from '@officina/contracts/modules';
import { callTRPCProcedure } from '@trpc/server';
import type { Ctx } from '../kernel/context.ts';
import { appRouter } from './app-router.ts';

type Question = readonly [procedure: string, input: Record<string, unknown>];

const list = (procedure: string, input: Record<string, unknown> = {}): Question => [
  procedure,
  { limit: 50, ...input, direction: 'forward' },
];
const NEWEST = { sort: 'createdAt', dir: 'desc' };
const UNREAD: Question = ['notifications.unreadCount', {}];
const TODAY: readonly Question[] = [
  ['binders.overview', {}],
  ['binders.board', {}],
  ['binders.attention', { type: 'unpaid_charge', limit: 10 }],
];

/** What a page asks when it is opened by its bare address, its fields in the order in which
 * the web app writes them; a browser test holds them together. */
export const FIRST_QUESTIONS: Readonly<Record<string, readonly Question[]>> = {
  '/contacts': [list('contacts.list', NEWEST)],
  '/vehicles': [list('vehicles.list', NEWEST)],
  '/quotes': [list('quotes.list')],
  '/invoices': [list('invoices.list', { kind: 'invoice', sort: 'issueDate', dir: 'desc' })],
  '/tasks': [['tasks.board', {}]],
  '/office': TODAY,
  '/office/queue': [list('binders.workQueue')],
  '/office/clients': [list('officeClients.list')],
  '/office/binders': [list('binders.list', { tab: 'open', sort: 'receivedAt', dir: 'desc' })],
  '/office/charges': [['charges.totals', {}], list('charges.list')],
};

/** The start page is that of the tenant's first part. */
const HOMES: readonly [TenantModule, readonly Question[]][] = [
  [
    'sales',
    [
      ['dashboard.garage', {}],
      ['tenancy.onboarding', {}],
    ],
  ],
  ['office', TODAY],
];

/** A page does not wait longer for answers that it can ask for itself. */
const PATIENCE_MS = 250;

async function answer(ctx: Ctx, [path, input]: Question): Promise<FirstAnswers> {
  const data = await callTRPCProcedure({
    router: appRouter,
    path,
    type: 'query',
    getRawInput: async () => input,
    ctx: { ctx, sendSession: () => {}, readForm: () => Promise.reject(new Error('no form')) },
    signal: undefined,
    batchIndex: 0,
  });
  return { [questionOf(path, input)]: data };
}

/**
 * Answers to what the page behind an address asks first, so that it shows its records without asking. What is refused,
 * fails or takes long is left out: the page asks for it itself and shows what comes of it.
 */
export async function firstAnswers(ctx: Ctx, path: string): Promise<FirstAnswers> {
  if (ctx.actor.kind !== 'user') return {};
  const home = HOMES.find(([part]) => ctx.tenant.modules.includes(part))?.[1];
  const questions = path === '/' ? home : FIRST_QUESTIONS[path];
  if (!questions) return {};
  const late = new Promise<FirstAnswers>((resolve) => setTimeout(resolve, PATIENCE_MS, {}).unref());
  const asked = [...questions, UNREAD].map((question) => answer(ctx, question).catch(() => ({})));
  return Object.assign({}, ...(await Promise.all(asked.map((each) => Promise.race([each, late])))));
}
