import { useLingui } from '@lingui/react/macro';
import { Badge } from '../../ui/badge.tsx';

/** Who looks after a change request; whoever is no longer here is marked. */
export function Assignee({ person }: { person: { name: string; gone: boolean } }) {
  const { t } = useLingui();
  if (!person.gone) return person.name;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <span className="text-ink-muted">{person.name}</span>
      <Badge tone="warning">{t`no longer here`}</Badge>
    </span>
  );
}
