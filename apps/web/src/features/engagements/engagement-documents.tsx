import { useLingui } from '@lingui/react/macro';
import type { EngagementDocument } from '@officina/contracts/engagement-documents';
import type { Engagement } from '@officina/contracts/engagements';
import { useState } from 'react';
import { date, number } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { DocumentActions } from '../../shell/portal/document-actions.tsx';
import { DocumentUploader } from '../../shell/portal/document-uploader.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Switch } from '../../ui/switch.tsx';

interface Props {
  engagement: Engagement;
  documents: EngagementDocument[];
}

/** The documents of an engagement, and where to hand in more. */
export function EngagementDocuments({ engagement, documents }: Props) {
  const { t } = useLingui();
  const [archived, setArchived] = useState(false);
  const client = !can('portal.engagements.write');
  const closed = client && engagement.stage === 'closed';
  const some = documents.some(({ archivedAt }) => archivedAt !== null);
  const shown = documents.filter(({ archivedAt }) => archived || archivedAt === null);
  return (
    <div className="flex flex-col gap-(--gap)">
      <Panel
        title={t`Documents`}
        action={some && <Switch label={t`Archived too`} checked={archived} onChange={setArchived} />}
        flush
      >
        {shown.length === 0 ? (
          <p className="px-4 pb-4 text-ink-muted">
            {client
              ? t`Nothing yet. Hand in what we need to begin, such as plans or access lists.`
              : t`Nothing yet. Add what you agreed on, and what your work produces.`}
          </p>
        ) : (
          <ul className="divide-y border-t">
            {shown.map((document) => (
              <DocumentRow key={document.id} document={document} />
            ))}
          </ul>
        )}
      </Panel>
      {can('portal.documents.upload') && (
        <Panel title={client ? t`Hand in documents` : t`Add documents`}>
          {closed ? (
            <p className="text-ink-muted">{t`The engagement is closed: nothing more is handed in.`}</p>
          ) : (
            <DocumentUploader engagementId={engagement.id} client={client} settled={refreshPortal} />
          )}
        </Panel>
      )}
    </div>
  );
}

const kilobytes = (size: number) => Math.max(1, Math.round(size / 1024));

function DocumentRow({ document }: { document: EngagementDocument }) {
  const { t } = useLingui();
  const { categories } = usePortalWords();
  const size = number(kilobytes(document.size));
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{document.label ?? document.name}</bdi>
        <span className="block truncate text-ink-muted text-sm">
          {[date(document.createdAt), document.uploadedBy?.name, t`${size} KB`].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="flex shrink-0 gap-1.5 max-sm:hidden">
        {document.archivedAt && <Badge tone="neutral">{t`Archived`}</Badge>}
        <Badge tone="info">{categories[document.category]}</Badge>
      </span>
      <DocumentActions document={document} />
    </li>
  );
}
