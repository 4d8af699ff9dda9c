import { mutation, query, router } from '../../../kernel/trpc.ts';
import { applyEdit } from './apply-edit.ts';
import { getEdit, listEdits } from './edit-reads.ts';
import { linkEdit } from './link-edit.ts';
import { rejectEdit } from './reject-edit.ts';
import { submitEdit } from './submit-edit.ts';

/** `edits.apply`: a router takes no `apply` among its own keys, so it stands beside this one under its whole name. */
export const applyProcedure = mutation(applyEdit);

export const editsRouter = router({
  list: query(listEdits),
  get: query(getEdit),
  submit: mutation(submitEdit),
  reject: mutation(rejectEdit),
  link: mutation(linkEdit),
});
