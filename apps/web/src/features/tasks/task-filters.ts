import { useLingui } from '@lingui/react/macro';
import { optionsOf } from '../../lib/options.ts';
import type { Filter } from '../../shell/list/types.ts';
import { colleagueName, contactName, searchColleagues, searchContacts } from '../../shell/pickers.ts';
import { useTaskWords } from './task-words.tsx';

/** How tasks can be narrowed, on the board and in the table. */
export function useTaskFilters(): Filter[] {
  const { t } = useLingui();
  const { priorities, due } = useTaskWords();
  return [
    { id: 'assignee', label: t`Who`, kind: 'record', search: searchColleagues, nameOf: colleagueName },
    { id: 'contact', label: t`Client`, kind: 'record', search: searchContacts, nameOf: contactName },
    { id: 'priority', label: t`Priority`, kind: 'one', options: optionsOf(priorities) },
    { id: 'due', label: t`Due`, kind: 'one', options: optionsOf(due) },
  ];
}
