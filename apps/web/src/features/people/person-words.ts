import { useLingui } from '@lingui/react/macro';
import type { PersonItem, PersonState } from '@officina/contracts/people';
import type { ClientRole } from '@officina/contracts/roles';

/** What the people of client organisations are called, and why something cannot be done about one of them now. */
export function usePersonWords() {
  const { t } = useLingui();
  const roles: Record<ClientRole, string> = { client_admin: t`Administrator`, client: t`User` };
  const states: Record<PersonState, string> = {
    active: t({ context: 'person', message: 'Active' }),
    disabled: t({ context: 'person', message: 'Disabled' }),
    invited: t({ context: 'person', message: 'Invited' }),
  };
  const whyNoEdit = ({ state, abilities }: PersonItem) =>
    !abilities.edit &&
    (state === 'invited' ? t`They have not accepted the invitation yet.` : t`Disabled: enable them first.`);
  const whyNoDisable = ({ abilities }: PersonItem) =>
    !abilities.disable && t`They have not come yet: take the invitation back.`;
  const whyNoInvite = ({ abilities }: PersonItem) => !abilities.invite && t`They have accepted it.`;
  return { roles, states, whyNoEdit, whyNoDisable, whyNoInvite };
}

/** By what somebody is called: the name, or the address while they have said none. */
export const personName = ({ name, email }: Pick<PersonItem, 'name' | 'email'>): string => name ?? email;
