import { useLingui } from '@lingui/react/macro';
import type { PortalDashboard } from '@officina/contracts/portal-dashboard';
import { FileText } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

/** The five newest documents, to be downloaded. */
export function LatestDocuments({ documents }: { documents: PortalDashboard['documents'] | undefined }) {
  const { t } = useLingui();
  const { categories } = usePortalWords();
  return (
    <Panel title={t`Latest documents`}>
      {!documents ? (
        <SkeletonText lines={4} />
      ) : documents.length === 0 ? (
        <p className="text-ink-muted">{t`None yet: they are uploaded on an engagement's page.`}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {documents.map(({ id, name, category, createdAt }) => (
            <li key={id}>
              <a
                href={`/api/portal/documents/${id}/download`}
                className="-mx-2 flex items-center gap-2.5 rounded-control px-2 py-1.5 text-sm hover:bg-hover"
              >
                <FileText aria-hidden className="size-4 shrink-0 text-ink-faint" />
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                <span className="shrink-0 text-ink-muted">{categories[category]}</span>
                <span className="shrink-0 text-ink-faint text-xs">{date(createdAt)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
