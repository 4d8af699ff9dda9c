import { useLingui } from '@lingui/react/macro';
import type { Role } from '@officina/contracts/roles';
import type { StaffRole } from '@officina/contracts/tenancy';

/** Names of the roles, and what each of the firm's own may do in a sentence. */
export function useRoleWords() {
  const { t } = useLingui();
  const names: Partial<Record<Role, string>> = {
    owner: t`Owner`,
    admin: t`Administrator`,
    manager: t`Manager`,
    accountant: t`Accountant`,
    member: t`Member`,
    client_admin: t`Client (administrator)`,
    client: t`Client`,
    learner: t`Learner`,
    host: t`Partner`,
    program_holder: t`Programme holder`,
    freelancer: t`Freelancer`,
  };
  const rights: Record<StaffRole, string> = {
    owner: t`Everything, settings and the journal included.`,
    admin: t`The same as an owner.`,
    manager: t`Customers, documents, tasks, reports and the team; not the settings.`,
    accountant: t`Quotes, invoices and reports; reads customers and vehicles.`,
    member: t`Customers, vehicles, tasks and new quotes.`,
  };
  const roleName = (role: Role) => names[role] ?? role;
  const options = (roles: readonly StaffRole[]) =>
    roles.map((role) => ({ value: role, label: roleName(role) }));
  return { roleName, rights, options };
}
