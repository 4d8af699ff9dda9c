import type { JournalEntryView } from '@officina/contracts/journal';
import type { LinkProps } from '@tanstack/react-router';

/** An entry as it arrives: JSON leaves out a side that is undefined. */
export type Entry = Omit<JournalEntryView, 'before' | 'after'> & { before?: unknown; after?: unknown };

export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

const fieldsOf = (side: unknown): Record<string, unknown> =>
  side !== null && typeof side === 'object' && !Array.isArray(side)
    ? (side as Record<string, unknown>)
    : side === null || side === undefined
      ? {}
      : { value: side };

function print(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}

/** What an entry changed, field by field, in the order in which it was written down. */
export function changesOf({ before, after }: Entry): Change[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].map((field) => ({
    field,
    before: print(old[field]),
    after: print(fresh[field]),
  }));
}

/** The number, name or address by which people know what an entry is about; part of its id otherwise; empty for who acted and for the firm. */
export function subjectName({ before, after, subjectType, subjectId, actor }: Entry): string {
  const fields = { ...fieldsOf(before), ...fieldsOf(after) };
  const known = [
    'number',
    'displayName',
    'title',
    'name',
    'label',
    'licensePlate',
    'email',
    'subject',
    'message',
  ]
    .map((field) => fields[field])
    .find((value) => typeof value === 'string' && value !== '');
  if (typeof known === 'string') return known;
  return subjectId === actor.id || subjectType === 'tenant' ? '' : subjectId.slice(-8);
}

/** The page of the record that an entry is about, where there is one. */
export function subjectLink({ verb, subjectType, subjectId: id }: Entry): LinkProps | null {
  if (verb === 'record.purged') return null;
  switch (subjectType) {
    case 'contact':
      return { to: '/contacts/$id', params: { id } };
    case 'vehicle':
      return { to: '/vehicles/$id', params: { id } };
    case 'quote':
      return { to: '/quotes/$id', params: { id } };
    case 'invoice':
      return { to: '/invoices/$id', params: { id } };
    case 'engagement':
      return { to: '/portal/engagements/$id', params: { id } };
    case 'scope':
      return { to: '/portal/scopes/$id', params: { id } };
    case 'change_request':
      return { to: '/portal/change-requests/$id', params: { id } };
    case 'edit_event':
      return { to: '/portal/edits/$id', params: { id } };
    case 'project':
      return { to: '/projects/$id', params: { id } };
    case 'task':
      return { to: '/tasks', search: { task: id } };
    default:
      return null;
  }
}
