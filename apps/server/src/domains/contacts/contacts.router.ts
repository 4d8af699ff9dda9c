import { mutation, query, router } from '../../kernel/trpc.ts';
import { listContacts } from './contact-reads.ts';
import { createContact } from './create-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { deleteContacts } from './delete-contacts.ts';
import { eraseContact } from './erase-contact.ts';
import { exportContacts } from './export-contacts.ts';
import { getContact } from './get-contact.ts';
import { importContacts } from './import-contacts.ts';
import { listTags } from './list-tags.ts';
import { restoreContact } from './restore-contact.ts';
import { restoreContacts } from './restore-contacts.ts';
import { tagContacts } from './tag-contacts.ts';
import { updateContact } from './update-contact.ts';

export const contactsRouter = router({
  list: query(listContacts),
  get: query(getContact),
  create: mutation(createContact),
  update: mutation(updateContact),
  delete: mutation(deleteContact),
  restore: mutation(restoreContact),
  deleteMany: mutation(deleteContacts),
  restoreMany: mutation(restoreContacts),
  tags: query(listTags),
  tag: mutation(tagContacts),
  erase: mutation(eraseContact),
  import: mutation(importContacts),
  export: query(exportContacts),
});
