import { mutation, query, router } from '../../kernel/trpc.ts';
import { createView } from './create-view.ts';
import { deleteView } from './delete-view.ts';
import { listViews } from './list-views.ts';
import { restoreView } from './restore-view.ts';
import { updateView } from './update-view.ts';

export const preferencesRouter = router({
  views: query(listViews),
  createView: mutation(createView),
  updateView: mutation(updateView),
  deleteView: mutation(deleteView),
  restoreView: mutation(restoreView),
});
