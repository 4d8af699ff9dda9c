import { useLingui } from '@lingui/react/macro';
import type { ContactListItem } from '@officina/contracts/contacts';
import { Star } from 'lucide-react';
import { ago, date } from '../../lib/format.ts';
import type { CellEditor } from '../../shell/list/cell-edit.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { api } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';

/** The star that a VIP carries wherever their name stands. */
export function VipStar() {
  const { t } = useLingui();
  return <Star role="img" aria-label={t`VIP`} className="size-3.5 shrink-0 fill-current text-warning" />;
}

export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  );
}

const fieldEditor = (
  field: 'company' | 'email' | 'phone',
  type?: 'email' | 'tel',
): CellEditor<ContactListItem> => ({
  kind: 'text',
  type,
  value: (row) => row[field] ?? '',
  change: ({ id }, value) => {
    const shown = { [field]: value.trim() || null };
    return { shown, save: (version) => api.contacts.update.mutate({ id, version, ...shown }) };
  },
});

const tagsEditor: CellEditor<ContactListItem> = {
  kind: 'tags',
  value: (row) => row.tags,
  change: ({ id }, value) => {
    const shown = { tags: [...value] };
    return { shown, save: (version) => api.contacts.update.mutate({ id, version, ...shown }) };
  },
};

export function useContactColumns(): Column<ContactListItem>[] {
  const { t } = useLingui();
  return [
    {
      id: 'name',
      header: t`Name`,
      width: 'minmax(12rem,2fr)',
      sort: 'displayName',
      card: 'title',
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-1.5">
          <span className="truncate">{row.displayName}</span>
          {row.isVip && <VipStar />}
        </span>
      ),
      text: (row) => row.displayName,
    },
    {
      id: 'tags',
      header: t`Tags`,
      width: 'minmax(8rem,1fr)',
      cell: (row) => <Tags tags={row.tags} />,
      edit: tagsEditor,
      text: (row) => row.tags.join(', '),
    },
    {
      id: 'company',
      header: t`Company`,
      width: 'minmax(8rem,1fr)',
      card: 'line',
      cell: (row) => row.company,
      edit: fieldEditor('company'),
    },
    {
      id: 'email',
      header: t`E-mail`,
      width: 'minmax(10rem,1.5fr)',
      cell: (row) => row.email,
      edit: fieldEditor('email', 'email'),
    },
    {
      id: 'phone',
      header: t`Phone`,
      width: '9.5rem',
      card: 'line',
      cell: (row) => row.phone,
      edit: fieldEditor('phone', 'tel'),
    },
    { id: 'city', header: t`City`, width: '8rem', hidden: true, cell: (row) => row.address?.city ?? null },
    {
      id: 'vehicles',
      header: t`Vehicles`,
      width: '6rem',
      align: 'end',
      cell: (row) => (row.vehiclesCount > 0 ? row.vehiclesCount : null),
      text: (row) => String(row.vehiclesCount),
    },
    {
      id: 'created',
      header: t`Added`,
      width: '8.5rem',
      sort: 'createdAt',
      card: 'end',
      cell: (row) => date(row.createdAt),
    },
    {
      id: 'updated',
      header: t`Changed`,
      width: '8.5rem',
      sort: 'updatedAt',
      hidden: true,
      cell: (row) => ago(row.updatedAt),
      text: (row) => row.updatedAt,
    },
  ];
}

export function useContactFilters(): Filter[] {
  const { t } = useLingui();
  return [
    {
      id: 'tag',
      label: t`Tag`,
      kind: 'record',
      search: async (text) => {
        const known = await api.contacts.tags.query({});
        return known
          .filter(({ tag }) => tag.toLowerCase().includes(text.toLowerCase()))
          .map(({ tag, contacts }) => ({ id: tag, label: tag, note: String(contacts) }));
      },
      nameOf: async (tag) => tag,
    },
    { id: 'vip', label: t`VIP only`, kind: 'flag' },
  ];
}
