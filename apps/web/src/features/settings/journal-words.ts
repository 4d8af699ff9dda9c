import { useLingui } from '@lingui/react/macro';
import { uses } from '../../lib/session.ts';
import type { Entry } from './journal-changes.ts';
import { VERBS } from './journal-verbs/verbs.ts';

/** Who and what of an entry in words; a verb without words of its own is shown as it is written. */
export function useJournalWords() {
  const { t, i18n } = useLingui();
  const verbName = (verb: string) => {
    const named = VERBS.find(({ words }) => words[verb])?.words[verb];
    return named ? i18n._(named) : verb;
  };
  const kinds = {
    user: t`A former user`,
    apiKey: t`An API key`,
    visitor: t`A visitor`,
    webhook: t`An outside service`,
    system: t`The system`,
  };
  const actorName = ({ actor }: Entry) => actor.name || kinds[actor.kind];
  const options = VERBS.filter(({ part }) => uses(part))
    .flatMap(({ words }) => Object.keys(words))
    .map((value) => ({ value, label: verbName(value) }));
  return { verbName, actorName, options };
}
