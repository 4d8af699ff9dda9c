import { useLingui } from '@lingui/react/macro';
import type { ProjectListItem } from '@officina/contracts/studio';
import { money } from '../../lib/format.ts';
import { Progress } from '../../ui/progress.tsx';

/** What was invoiced of a project's budget; more than all of it is said in words too. */
export function Budget({ project }: { project: ProjectListItem }) {
  const { t } = useLingui();
  const { budgetCents, invoicedCents, currency } = project;
  if (budgetCents === null) return null;
  const share = budgetCents > 0 ? invoicedCents / budgetCents : invoicedCents > 0 ? 1 : 0;
  const [done, whole] = [money(invoicedCents, currency, true), money(budgetCents, currency, true)];
  return (
    <Progress label={t`${done} of ${whole} invoiced`} value={share} tone={share > 1 ? 'danger' : 'accent'} />
  );
}
