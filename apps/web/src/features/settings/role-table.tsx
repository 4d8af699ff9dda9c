import { useLingui } from '@lingui/react/macro';
import type { TenantModule } from '@officina/contracts/modules';
import { PERMISSIONS } from '@officina/contracts/permissions';
import { ROLES, type Role, STAFF_ROLES } from '@officina/contracts/roles';
import { Check } from 'lucide-react';
import { uses } from '../../lib/session.ts';
import { Table, Td, Th } from '../../ui/table.tsx';
import { useRoleWords } from './role-words.ts';

/** Words of parts that not every firm uses, by their first half. */
const PARTS: Record<string, TenantModule> = {
  vehicles: 'vehicles',
  quotes: 'sales',
  invoices: 'sales',
  tasks: 'tasks',
  office: 'office',
  portal: 'portal',
  training: 'academy',
  studio: 'studio',
  payments: 'studio',
};

/** Who is of the firm only where it uses one of these parts. */
const GUESTS: Partial<Record<Role, TenantModule[]>> = {
  client_admin: ['portal', 'studio'],
  client: ['portal', 'studio'],
  learner: ['academy'],
  host: ['academy'],
  program_holder: ['academy'],
  freelancer: ['studio'],
};

const isStaff = (role: Role) => (STAFF_ROLES as readonly Role[]).includes(role);

/** The one table by which the server decides: what each role may do, as far as the firm's parts go. */
export function RoleTable() {
  const { t } = useLingui();
  const { roleName } = useRoleWords();
  const roles = ROLES.filter((role) => isStaff(role) || GUESTS[role]?.some(uses));
  const words = Object.entries(PERMISSIONS).filter(([word]) => uses(PARTS[word.split('.')[0] ?? '']));
  return (
    <Table aria-label={t`What each role may do`}>
      <thead>
        <tr>
          <Th className="sticky start-0 bg-surface">{t`Permission`}</Th>
          {roles.map((role) => (
            <Th key={role} className="text-center">
              {roleName(role)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {words.map(([word, holders]) => (
          <tr key={word}>
            <Td className="sticky start-0 bg-surface !py-1.5">
              <code dir="ltr" className="text-xs">
                {word}
              </code>
            </Td>
            {roles.map((role) => (
              <Td key={role} className="!py-1.5 text-center">
                {(holders as readonly Role[]).includes(role) && (
                  <Check role="img" aria-label={t`Yes`} className="inline size-4 text-success" />
                )}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
