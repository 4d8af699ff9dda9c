import { useLingui } from '@lingui/react/macro';
import type { PersonItem } from '@officina/contracts/people';
import { Mail, Pencil, Send, UserCheck, UserX, X } from 'lucide-react';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { personName, usePersonWords } from './person-words.ts';

/** After a change of somebody: the list, and how many people an organisation has. */
export const refreshPeople = () =>
  Promise.all(
    [trpc.people, trpc.organizations].map((domain) => queryClient.invalidateQueries(domain.pathFilter())),
  );

/** The acts on one of the people, each with its way back where there is one. */
export function usePersonVerbs(person: PersonItem) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const { id, email, role, organization } = person;
  const name = personName(person);
  const disabled = () => api.people.disable.mutate({ id });
  const enabled = () => api.people.enable.mutate({ id });
  const settled = refreshPeople;
  return {
    pending,
    disable: () =>
      act({ run: disabled, done: t`${name} is signed out and shut out`, undo: enabled, settled }),
    enable: () => act({ run: enabled, done: t`${name} may sign in again`, undo: disabled, settled }),
    resend: () =>
      act({
        run: () => api.people.resendInvitation.mutate({ id }),
        done: t`Invitation sent again to ${email}; the earlier link is void`,
        settled,
      }),
    revoke: () =>
      act({
        run: () => api.people.revokeInvitation.mutate({ id }),
        done: t`Invitation of ${email} taken back`,
        // The old link stays void: the undo sends another.
        undo: () => api.people.invite.mutate({ email, role, orgId: organization.id }),
        settled,
      }),
  };
}

/** What can be done about one of the people; what cannot be done now says why. */
export function usePersonActions(person: PersonItem, edit: () => void): MenuEntry[] {
  const { t } = useLingui();
  const { whyNoEdit, whyNoDisable, whyNoInvite } = usePersonWords();
  const { disable, enable, resend, revoke } = usePersonVerbs(person);
  return [
    {
      label: t`Role and organisation`,
      icon: <Pencil aria-hidden />,
      reason: whyNoEdit(person),
      run: edit,
    },
    { label: t`Write an e-mail`, icon: <Mail aria-hidden />, href: `mailto:${person.email}` },
    'separator',
    {
      label: t`Send the invitation again`,
      icon: <Send aria-hidden />,
      reason: whyNoInvite(person),
      run: () => void resend(),
    },
    {
      label: t`Take the invitation back`,
      icon: <X aria-hidden />,
      reason: whyNoInvite(person),
      run: () => void revoke(),
    },
    'separator',
    person.abilities.enable
      ? { label: t`Enable`, icon: <UserCheck aria-hidden />, run: () => void enable() }
      : {
          label: t`Disable`,
          icon: <UserX aria-hidden />,
          danger: true,
          reason: whyNoDisable(person),
          run: () => void disable(),
        },
  ];
}
