import { useLingui } from '@lingui/react/macro';
import { PERSON_STATES, type PersonItem, type PersonState } from '@officina/contracts/people';
import { CLIENT_ROLES } from '@officina/contracts/roles';
import { ago, date } from '../../lib/format.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { organizationName, searchOrganizations } from '../../shell/portal/pickers.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { PersonMenu } from './person-menu.tsx';
import { personName, usePersonWords } from './person-words.ts';

const TONE: Record<PersonState, Tone> = { active: 'success', disabled: 'neutral', invited: 'info' };

export function usePersonColumns(edit: (person: PersonItem) => void): Column<PersonItem>[] {
  const { t } = useLingui();
  const { roles, states } = usePersonWords();
  const stateOf = ({ state, invitation }: PersonItem) =>
    invitation?.expired ? t`Invitation expired` : states[state];
  return [
    { id: 'name', header: t`Name`, width: 'minmax(11rem,1.5fr)', card: 'title', cell: personName },
    {
      id: 'email',
      header: t`E-mail`,
      width: 'minmax(13rem,1.5fr)',
      card: 'line',
      cell: (row) => row.name && <bdi>{row.email}</bdi>,
      text: (row) => row.email,
    },
    {
      id: 'organization',
      header: t`Organisation`,
      width: 'minmax(10rem,1fr)',
      card: 'line',
      cell: (row) => row.organization.name,
    },
    { id: 'role', header: t`Role`, width: '8rem', cell: (row) => roles[row.role] },
    {
      id: 'state',
      header: t`State`,
      width: '10rem',
      card: 'badge',
      cell: (row) => (
        <StatusBadge tone={row.invitation?.expired ? 'warning' : TONE[row.state]}>{stateOf(row)}</StatusBadge>
      ),
      text: stateOf,
    },
    {
      id: 'seen',
      header: t`Last sign-in`,
      width: '9rem',
      cell: (row) => row.lastSeenAt && ago(row.lastSeenAt),
      text: (row) => row.lastSeenAt ?? '',
    },
    {
      id: 'since',
      header: t`Since`,
      width: '8rem',
      hidden: true,
      cell: (row) => row.joinedAt && date(row.joinedAt),
      text: (row) => row.joinedAt ?? '',
    },
    {
      id: 'onboarded',
      header: t`Onboarded`,
      width: '8rem',
      hidden: true,
      cell: (row) => row.onboardedAt && date(row.onboardedAt),
      text: (row) => row.onboardedAt ?? '',
    },
    {
      id: 'actions',
      header: t`Actions`,
      width: '5rem',
      align: 'end',
      card: 'act',
      cell: (row) => <PersonMenu person={row} edit={() => edit(row)} />,
      text: () => '',
    },
  ];
}

export function usePersonFilters(): Filter[] {
  const { t } = useLingui();
  const { roles, states } = usePersonWords();
  return [
    {
      id: 'org',
      label: t`Organisation`,
      kind: 'record',
      search: searchOrganizations,
      nameOf: organizationName,
    },
    {
      id: 'state',
      label: t`State`,
      kind: 'one',
      options: PERSON_STATES.map((value) => ({ value, label: states[value] })),
    },
    {
      id: 'role',
      label: t`Role`,
      kind: 'one',
      options: CLIENT_ROLES.map((value) => ({ value, label: roles[value] })),
    },
  ];
}
