import { invalid } from '../../kernel/errors.ts';

/** What the unique index on a person's live views of a list says to the caller. */
export const viewConflicts = {
  saved_views_label_unique: () =>
    invalid({ field: 'label', message: 'You already have a view with this name' }),
};
