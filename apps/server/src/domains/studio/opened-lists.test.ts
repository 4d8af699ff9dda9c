import { RELATIONS } from '@officina/contracts/relations';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { grantPermission } from '../permissions/grant-permission.ts';
import { createStudioClient } from './clients/create-client.ts';
import { createStudioInvoice } from './invoices/create-invoice.ts';
import { getStudioInvoice } from './invoices/get-invoice.ts';
import { listStudioInvoices } from './invoices/list-invoices.ts';
import { pageStudioInvoices } from './invoices/page-invoices.ts';
import { createProject } from './projects/create-project.ts';
import { getProject } from './projects/get-project.ts';
import { listProjects } from './projects/list-projects.ts';
import { pageProjects } from './projects/page-projects.ts';

type Kind = 'project' | 'invoice';
let world: World;
let people: Ctx[];
const ids: Record<Kind, string[]> = { project: [], invoice: [] };

const idOf = ({ actor }: Ctx) => ('id' in actor ? actor.id : '');

/** What of these records is shown, and what of it may be changed. */
const told = (records: { id: string; abilities?: { edit: boolean } }[]) =>
  records.map(({ id, abilities }) => `${id} ${abilities?.edit ?? ''}`).sort();

beforeAll(async () => {
  world = await createWorld();
  people = [await world.as('freelancer'), await world.as('freelancer'), await world.as('client')];
  const client = await createStudioClient(world.ctx, { name: 'Acme' });
  for (const maker of [world.ctx, people[0] ?? world.ctx, world.ctx, world.ctx]) {
    ids.project.push((await createProject(maker, { name: 'x' })).id);
    const items = [{ description: 'x', rate: 1 }];
    ids.invoice.push((await createStudioInvoice(world.ctx, { clientId: client.id, items })).id);
  }
});

/** What somebody may see, asked for one by one. */
async function oneByOne(ctx: Ctx, kind: Kind) {
  const get = kind === 'project' ? getProject : getStudioInvoice;
  const found = await Promise.all(ids[kind].map((id) => get(ctx, { id }).catch(() => null)));
  return found.filter((record) => record !== null);
}

async function compare(ctx: Ctx): Promise<void> {
  const projects = await oneByOne(ctx, 'project');
  expect(told((await listProjects(ctx, {})).items)).toEqual(told(projects));
  expect((await pageProjects(ctx, {})).total).toBe(projects.length);
  const invoices = await oneByOne(ctx, 'invoice');
  expect(told((await listStudioInvoices(ctx, {})).items)).toEqual(told(invoices));
  expect((await pageStudioInvoices(ctx, {})).total).toBe(invoices.length);
}

const at = fc.nat({ max: 3 });
const subject = fc.oneof(
  fc.nat({ max: 2 }).map((n) => ({ user: n })),
  fc.record({
    project: at,
    relation: fc.constantFrom(...['owner', 'editor', 'viewer', 'can_edit', 'can_view']),
  }),
);
const grant = fc.constantFrom<Kind>('project', 'invoice').chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    at,
    relation: fc.constantFrom(...Object.keys(RELATIONS[kind].direct)),
    subject,
  }),
);

describe('lists of projects and invoices', () => {
  it('show what each record shows by itself, whatever was opened to whom', async () => {
    // Grants add up from run to run: sets of people, circles and unions grow deeper.
    await fc.assert(
      fc.asyncProperty(fc.array(grant, { minLength: 1, maxLength: 3 }), async (grants) => {
        for (const { kind, at: place, relation, subject: who } of grants) {
          const set =
            'user' in who
              ? { subjectId: idOf(people[who.user] as Ctx) }
              : {
                  subjectNamespace: 'project',
                  subjectId: ids.project[who.project] ?? '',
                  subjectRelation: who.relation,
                };
          const tuple = { namespace: kind, objectId: ids[kind][place] ?? '', relation, ...set };
          await grantPermission(world.ctx, tuple).catch((error: { code?: string }) => {
            if (error.code !== 'ALREADY_GRANTED') throw error;
          });
        }
        await Promise.all(people.map(compare));
      }),
      { numRuns: 8 },
    );
  });
});
