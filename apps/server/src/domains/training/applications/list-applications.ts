import type { Page } from '@officina/contracts/paging';
import { applicationList } from '@officina/contracts/training-inputs';
import type { ApplicationItem } from '@officina/contracts/training-views';
import { applications } from '@officina/db/schema/training';
import { programs } from '@officina/db/schema/training-places';
import { and, desc, eq, sql } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { programZone } from '../load-program.ts';

const columns = { application: applications, program: programs.name, timeZone: programs.timeZone };

interface Row {
  application: typeof applications.$inferSelect;
  program: string;
  timeZone: string | null;
}

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

function present(ctx: Ctx, { application: row, program, timeZone }: Row): ApplicationItem {
  const name = `${row.firstName} ${row.lastName}`;
  const open = row.status === 'submitted' || row.status === 'payment_pending';
  return {
    id: row.id,
    userId: row.userId,
    program,
    name,
    email: row.email,
    phone: row.phone,
    dateOfBirth: row.dateOfBirth,
    address: row.address,
    educationLevel: row.educationLevel,
    employmentStatus: row.employmentStatus,
    hasTransportation: row.hasTransportation,
    felonyDisclosure: row.felonyDisclosure,
    signature: row.signature,
    signatureDiffers: folded(row.signature) !== folded(name),
    status: row.status,
    createdAt: row.createdAt.toISOString(),
    timeZone: programZone(ctx, { timeZone }),
    abilities: { decide: open && may(ctx.actor, 'training.manage') },
  };
}

/** Applications, the newest first. */
export const listApplications = read({
  name: 'training.applications',
  permission: 'training.read',
  input: applicationList,
  async run(ctx, { status, limit, cursor }): Promise<Page<ApplicationItem>> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await ctx.db
      .select(columns)
      .from(applications)
      .innerJoin(
        programs,
        and(eq(programs.tenantId, applications.tenantId), eq(programs.id, applications.programId)),
      )
      .where(
        and(
          eq(applications.tenantId, ctx.tenant.id),
          eq(programs.tenantId, ctx.tenant.id),
          status ? eq(applications.status, status) : undefined,
          after
            ? sql`(${applications.createdAt}, ${applications.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(applications.createdAt), desc(applications.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      ({ application }) => ({ value: application.createdAt.toISOString(), id: application.id }),
      (row) => present(ctx, row),
    );
  },
});
