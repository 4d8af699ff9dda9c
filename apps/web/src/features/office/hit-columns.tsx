import { useLingui } from '@lingui/react/macro';
import type { OfficeSearchHit } from '@officina/contracts/office-search';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { ClientStatusBadge, Signals } from '../../shell/office/badges.tsx';
import { useOfficeWords } from '../../shell/office/words.ts';

export type Hit = OfficeSearchHit & { id: string };

const nameOf = (hit: Hit) => (hit.type === 'binder' ? hit.binderNumber : hit.clientName);

/** A client shows who it is, a binder what is the matter with it. */
export function useHitColumns(): Column<Hit>[] {
  const { t } = useLingui();
  const { workStates, slaStates } = useOfficeWords();
  return [
    {
      id: 'name',
      header: t`Found`,
      width: 'minmax(10rem,2fr)',
      card: 'title',
      cell: (hit) => <bdi>{nameOf(hit)}</bdi>,
      text: nameOf,
    },
    {
      id: 'kind',
      header: t`What`,
      width: '6rem',
      cell: (hit) => (hit.type === 'binder' ? t`Binder` : t`Client`),
    },
    {
      id: 'of',
      header: t`Client or id number`,
      width: 'minmax(10rem,2fr)',
      card: 'line',
      cell: (hit) => <bdi>{hit.type === 'binder' ? hit.clientName : hit.idNumber}</bdi>,
    },
    {
      id: 'work',
      header: t`Work`,
      width: '9rem',
      cell: (hit) => (hit.type === 'binder' ? (workStates[hit.workState] ?? '–') : null),
    },
    {
      id: 'sla',
      header: t`Promise`,
      width: '8rem',
      cell: (hit) => (hit.type === 'binder' && hit.slaState ? (slaStates[hit.slaState] ?? '–') : null),
    },
    {
      id: 'signals',
      header: t`Signals`,
      width: 'minmax(12rem,2fr)',
      card: 'line',
      cell: (hit) =>
        hit.type === 'binder' ? (
          <Signals signals={hit.signals} most={2} />
        ) : (
          <ClientStatusBadge status={hit.clientStatus} />
        ),
    },
    {
      id: 'due',
      header: t`Due`,
      width: '8rem',
      card: 'end',
      cell: (hit) => (hit.type === 'binder' ? date(hit.expectedReturnAt) : null),
    },
  ];
}

export function useHitFilters(): Filter[] {
  const { t } = useLingui();
  const { workStates, slaStates, signals } = useOfficeWords();
  return [
    { id: 'client', label: t`Client's name`, kind: 'text' },
    { id: 'idNumber', label: t`Id number`, kind: 'text' },
    { id: 'number', label: t`Binder number`, kind: 'text' },
    { id: 'work', label: t`Work`, kind: 'one', options: optionsOf(workStates) },
    { id: 'sla', label: t`Promise`, kind: 'one', options: optionsOf(slaStates) },
    { id: 'signal', label: t`Signal`, kind: 'many', options: optionsOf(signals) },
    {
      id: 'signals',
      label: t`Any signal`,
      kind: 'one',
      options: [
        { value: 'yes', label: t`Yes` },
        { value: 'no', label: t`None` },
      ],
    },
  ];
}
