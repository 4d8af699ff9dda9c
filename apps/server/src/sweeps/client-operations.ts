import { PERMISSIONS, type Permission, roleMay } from '@officina/contracts/permissions';
import type { Operation } from '../kernel/operation.ts';
import type { RestRow } from '../rest/row.ts';
import { surfaces } from '../rest/surfaces.ts';
import { allOperations } from './all-operations.ts';

const forClients = ({ permission, byRecord }: Operation): boolean =>
  byRecord ||
  permission === 'member' ||
  (permission in PERMISSIONS && roleMay('client', permission as Permission));
const forAll = ({ permission }: Operation): boolean => permission === 'public';

const rows = surfaces.flatMap((surface) => surface.rows);

/** What somebody of a client organisation may ask for, apart from what everybody may, and the rows that do it. */
export const clientOperations: readonly Operation[] = allOperations.filter(forClients);
export const clientRows: readonly RestRow[] = rows.filter(({ operation }) => forClients(operation));

/** What everybody may ask for. */
export const publicOperations: readonly Operation[] = allOperations.filter(forAll);
export const publicRows: readonly RestRow[] = rows.filter(({ operation }) => forAll(operation));

type Fields = Record<string, unknown>;

/** A request of a row that carries an operation's input: in path and query, or in path and body. */
export function requestOf(
  { method, path, upload }: RestRow,
  input: Fields,
): { path: string; body?: unknown } {
  const inPath = new Set<string>();
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const field = name in input ? name : 'id';
    inPath.add(field);
    return encodeURIComponent(String(input[field] ?? 'x'));
  });
  const rest = Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.has(field)));
  if (method === 'GET')
    return { path: `/api${filled}?${new URLSearchParams(rest as Record<string, string>)}` };
  if (!upload) return { path: `/api${filled}`, body: rest };
  const form = new FormData();
  for (const [field, value] of Object.entries(rest))
    if (field !== upload.file) form.set(field, String(value));
  form.set(upload.file, new File(['%PDF-1.7\n%%EOF\n'], 'x.pdf', { type: 'application/pdf' }));
  return { path: `/api${filled}`, body: form };
}
