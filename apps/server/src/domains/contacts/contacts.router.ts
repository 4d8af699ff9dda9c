import { many } from '../../kernel/many.ts';
import { mutation, query, router } from '../../kernel/trpc.ts';
import { listContacts } from './contact-reads.ts';
import { createContact } from './create-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { eraseContact } from './erase-contact.ts';
import { exportContacts } from './export-contacts.ts';
import { getContact } from './get-contact.ts';
import { importContacts } from './import-contacts.ts';
import { listTags } from './list-tags.ts';
import { matchContacts } from './match-contacts.ts';
import { restoreContact } from './restore-contact.ts';
import { tagContact } from './tag-contact.ts';
import { updateContact } from './update-contact.ts';

export const contactsRouter = router({
  list: query(listContacts),
  get: query(getContact),
  create: mutation(createContact),
  update: mutation(updateContact),
  delete: mutation(deleteContact),
  restore: mutation(restoreContact),
  matches: query(matchContacts),
  updateMany: mutation(many(updateContact)),
  deleteMany: mutation(many(deleteContact)),
  restoreMany: mutation(many(restoreContact)),
  tagMany: mutation(many(tagContact)),
  tags: query(listTags),
  tag: mutation(tagContact),
  erase: mutation(eraseContact),
  import: mutation(importContacts),
  export: query(exportContacts),
});
