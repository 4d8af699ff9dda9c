import { useLingui } from '@lingui/react/macro';
import { Badge } from '../../ui/badge.tsx';

/** The place of an entry in the chain that nobody can rewrite unnoticed. */
export function SealBadge({ seq }: { seq: number | null }) {
  const { t } = useLingui();
  if (seq === null) return <Badge tone="warning">{t`pending`}</Badge>;
  return <Badge className="tabular">{t`no. ${seq}`}</Badge>;
}
