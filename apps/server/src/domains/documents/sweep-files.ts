import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unclaimedFiles } from '@officina/db/schema/documents';
import { and, lt } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Services } from '../../kernel/services.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { removeFile } from './remove-file.ts';

/** Longer than any upload takes from its first byte to its commit. */
const GRACE_MINUTES = 60;
const AT_ONCE = 500;

/** Removes what a process that was killed left in this machine's folder of incoming files. */
async function sweepIncoming({ incomingFolder }: Services, before: Date): Promise<void> {
  const names = await readdir(incomingFolder).catch(() => []);
  for (const name of names) {
    const path = join(incomingFolder, name);
    const facts = await stat(path).catch(() => null);
    if (facts && facts.mtime < before) await rm(path, { force: true });
  }
}

/** The job `sweep-files`: removes stored files that no document has claimed within the hour. One failure stops no other. */
export async function sweepFiles(ctx: Ctx): Promise<void> {
  const { services } = ctx;
  const before = toDate(ctx.now.subtract({ minutes: GRACE_MINUTES }));
  await sweepIncoming(services, before);
  const files = await ctx.db
    .select({ tenantId: unclaimedFiles.tenantId, storageKey: unclaimedFiles.storageKey })
    .from(unclaimedFiles)
    .where(and(lt(unclaimedFiles.since, before), crossTenant('the sweep is of the whole storage')))
    .limit(AT_ONCE);
  for (const file of files) {
    try {
      await removeFile(ctx, file);
    } catch (error) {
      services.log.error(
        { err: error, storageKey: file.storageKey },
        'an unclaimed file could not be removed',
      );
    }
  }
}
