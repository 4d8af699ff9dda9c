import { PERMISSIONS, type Permission, roleMay } from '@officina/contracts/permissions';
import { ROLES, type Role } from '@officina/contracts/roles';
import { tenantTables } from '@officina/db/tenant-tables';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import type { Operation } from '../kernel/operation.ts';
import { createWorld, type World } from '../testing/harness.ts';
import { allOperations } from './all-operations.ts';
import { FOREIGN_CASES } from './foreign-inputs.ts';
import { createForeignWorld, type ForeignRows, MARK } from './foreign-world.ts';

const EVERY_ROW = [...tenantTables()]
  .map((table) => `select '${table}' || to_jsonb(t)::text as row from "${table}" t where t.tenant_id = $1`)
  .join(' union all ');

/** Every row of a tenant as one hash: what another tenant does must not change it. */
async function fingerprint({ server, tenant }: World): Promise<string> {
  const [row] = await server.services.client.sql.unsafe(
    `select md5(string_agg(row, '' order by row)) as hash from (${EVERY_ROW}) rows`,
    [tenant.id],
    { prepare: true },
  );
  return row?.hash;
}

/** An owner where they may; for what is the clients' alone, one of them. */
const askerOf = ({ permission }: Operation): Role =>
  ROLES.find((role) => !(permission in PERMISSIONS) || roleMay(role, permission as Permission)) ?? 'owner';

describe('no operation reaches into another tenant', () => {
  let foreign: ForeignRows;
  let before: string;

  beforeAll(async () => {
    foreign = await createForeignWorld();
    before = await fingerprint(foreign.world);
  });

  it('has a case for every operation, and none for what is gone', () => {
    const known = allOperations
      .filter(({ permission }) => permission !== 'system')
      .map(({ operation }) => operation);
    expect(Object.keys(FOREIGN_CASES).sort()).toEqual(known.sort());
  });

  for (const operation of allOperations) {
    const found = FOREIGN_CASES[operation.operation];
    if (!found) continue;
    const [expectation, inputOf] = found;
    it(`${operation.operation} finds ${expectation === 'missing' ? 'nothing under foreign ids' : 'nothing foreign'}`, async () => {
      const world = await createWorld(askerOf(operation));
      let said: string;
      let code: string | null = null;
      try {
        said = JSON.stringify((await operation(world.ctx, inputOf(foreign) as never)) ?? null);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        code = error.code;
        said = JSON.stringify([error.message, error.details ?? null]);
      }
      if (expectation === 'missing') expect(code).toBe('NOT_FOUND');
      const echoed = JSON.stringify(inputOf(foreign));
      if (!echoed.includes(MARK)) expect(said).not.toContain(MARK);
      const ids = Object.values(foreign).filter((id): id is string => typeof id === 'string');
      for (const id of ids.filter((each) => !echoed.includes(each))) expect(said).not.toContain(id);
      expect(await fingerprint(foreign.world)).toBe(before);
    });
  }
});
