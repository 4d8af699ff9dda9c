import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Star, StarOff, Tag, Tags, Trash2 } from 'lucide-react';
import { lazy } from 'react';
import { can } from '../../lib/session.ts';
import { type BulkAction, each, previously, unlessChanged } from '../../shell/list/bulk.ts';
import { useQuestion } from '../../shell/list/use-question.ts';
import { api } from '../../trpc.ts';

const TagDialog = lazy(() => import('./tag-dialog.tsx').then((module) => ({ default: module.TagDialog })));

const ICON = 'size-4';

/** What can be done to many contacts; put `dialog` into the page. */
export function useContactBulk() {
  const { t } = useLingui();
  const add = useQuestion<string[]>((answer) => <TagDialog title={t`Add tags`} onAnswer={answer} />);
  const remove = useQuestion<string[]>((answer) => <TagDialog title={t`Take tags away`} onAnswer={answer} />);
  const tagsBack = each(api.contacts.updateMany, (row) => ({
    ...unlessChanged(row),
    tags: previously<string[]>(row, 'tags'),
  }));
  const vip = (isVip: boolean) => ({
    run: each(api.contacts.updateMany, ({ id }) => ({ id, isVip })),
    undo: each(api.contacts.updateMany, (row) => ({ ...unlessChanged(row), isVip: !isVip })),
  });
  const actions: (BulkAction | false)[] = [
    can('contacts.edit') && {
      id: 'tag',
      label: t`Tag`,
      icon: <Tag aria-hidden className={ICON} />,
      ask: add.ask,
      run: each(api.contacts.tagMany, ({ id }, tags: string[]) => ({ id, add: tags })),
      undo: tagsBack,
      done: (count) => plural(count, { one: '# contact tagged', other: '# contacts tagged' }),
    },
    can('contacts.edit') && {
      id: 'untag',
      label: t`Untag`,
      icon: <Tags aria-hidden className={ICON} />,
      ask: remove.ask,
      run: each(api.contacts.tagMany, ({ id }, tags: string[]) => ({ id, remove: tags })),
      undo: tagsBack,
      done: (count) =>
        plural(count, { one: 'Tags taken from # contact', other: 'Tags taken from # contacts' }),
    },
    can('contacts.edit') && {
      id: 'vip',
      label: t`VIP`,
      icon: <Star aria-hidden className={ICON} />,
      ...vip(true),
      done: (count) => plural(count, { one: '# contact is VIP', other: '# contacts are VIP' }),
    },
    can('contacts.edit') && {
      id: 'no-vip',
      label: t`Not VIP`,
      icon: <StarOff aria-hidden className={ICON} />,
      ...vip(false),
      done: (count) =>
        plural(count, { one: '# contact is no VIP any more', other: '# contacts are no VIP any more' }),
    },
    can('contacts.delete') && {
      id: 'delete',
      label: t`Delete`,
      icon: <Trash2 aria-hidden className={ICON} />,
      danger: true,
      run: each(api.contacts.deleteMany, ({ id }) => ({ id })),
      undo: each(api.contacts.restoreMany, ({ id }) => ({ id })),
      done: (count) => plural(count, { one: '# contact deleted', other: '# contacts deleted' }),
    },
  ];
  return {
    actions,
    dialog: (
      <>
        {add.dialog}
        {remove.dialog}
      </>
    ),
  };
}
