import { IMPORT_OUTCOMES, type ImportOutcome, type ImportResult } from '@officina/contracts/contacts';
import { contactImport } from '@officina/contracts/contacts-inputs';
import { userIdOf } from '../../kernel/actor.ts';
import { authorize } from '../../kernel/authorize.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { contactConflicts } from './contact-conflicts.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { readRecord } from './import-record.ts';
import { insertContacts, knownContacts, updateContacts } from './import-statements.ts';
import { contactRoom } from './plan-limits.ts';
import { withFreeAddresses } from './with-free-addresses.ts';

const distinct = (texts: (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
];

function countsOf({ outcomes }: ImportPlan): Record<ImportOutcome, number> {
  const counts = Object.fromEntries(IMPORT_OUTCOMES.map((word) => [word, 0])) as Record<
    ImportOutcome,
    number
  >;
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
}

/**
 * Saves the records of a file: each is created, updates the contact that it is about, is skipped, or is refused with
 * its number and the reason; a refused one stops no other. With `dryRun` nothing is written and the answer says what
 * would be. Updating takes contacts.edit besides.
 */
export const importContacts = write({
  name: 'contacts.import',
  permission: 'contacts.create',
  input: contactImport,
  conflicts: contactConflicts,
  async run(ctx, { rows, dryRun, matchBy, onMatch }): Promise<ImportResult> {
    const updates = matchBy !== 'none' && onMatch === 'update';
    if (updates) authorize(ctx.actor, 'contacts.edit');
    const { locale, id: tenantId } = ctx.tenant;
    const reads = rows.map((row) => readRecord(row, locale));
    const records = reads.filter((read) => 'record' in read);
    const keys = {
      emails: distinct(records.map(({ record }) => record.email)),
      phones: matchBy === 'phone' ? distinct(records.map(({ record }) => record.phone)) : [],
    };
    const room = await contactRoom(ctx);
    const facts = { tenantId, userId: userIdOf(ctx.actor), now: ctx.now.toString() };
    const plan = await withFreeAddresses(ctx, async (tx) => {
      const known = await knownContacts(tx, tenantId, keys, updates && !dryRun);
      const made = planImport(reads, known, { matchBy, onMatch, room });
      if (!dryRun) {
        await updateContacts(tx, facts, made.updated);
        await insertContacts(tx, facts, made.created);
      }
      return made;
    });
    const counts = countsOf(plan);
    if (!dryRun) {
      for (const entry of plan.entries) ctx.record(entry);
      const subject = { type: 'contact_import', id: newId() };
      ctx.record({ verb: 'contact.imported', subject, after: { ...counts, matchBy, onMatch } });
    }
    return { dryRun, counts, outcomes: plan.outcomes, errors: plan.errors };
  },
});
