import { useLingui } from '@lingui/react/macro';
import type { Edit } from '@officina/contracts/edits';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dateTime } from '../../lib/format.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { LINK } from '../../shell/detail/link.ts';
import { ChangeBadge } from '../../shell/portal/badges.tsx';
import { EditBadge } from '../../shell/portal/edit-badge.tsx';
import { useEditWords } from '../../shell/portal/edit-words.ts';
import { NoteDialog } from '../../shell/portal/note-dialog.tsx';
import { api, trpc } from '../../trpc.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { EditDiff } from './edit-diff.tsx';
import { LinkChangeForm } from './link-change-form.tsx';
import { useEditActions } from './use-edit-actions.tsx';

const route = getRouteApi('/app/portal/edits/$id');

export function EditPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.edits.get.queryOptions({ id }));
  const edit = query.data;
  const { actions, more, dialog, setDialog } = useEditActions(edit);
  const close = () => setDialog(null);
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Edits`, to: '/portal/edits' }}
      title={edit && (edit.entityTitle || t({ context: 'record', message: 'Edit' }))}
      badge={edit && <EditBadge status={edit.status} />}
      list={{ id: 'edits', recordId: id }}
      actions={actions}
      more={more}
      aside={edit && <EditFacts edit={edit} />}
    >
      {edit && <EditDiff edit={edit} />}
      {edit && (
        <Panel title={t`Reason`}>
          <p dir="auto" className="whitespace-pre-line">
            {edit.reason}
          </p>
        </Panel>
      )}
      {edit?.rejectionNote && (
        <Panel title={t`Why it was rejected`}>
          <p dir="auto" className="whitespace-pre-line">
            {edit.rejectionNote}
          </p>
        </Panel>
      )}
      {edit && dialog === 'reject' && (
        <NoteDialog
          title={t`Reject this edit?`}
          description={t`Nothing changes. Whoever asked is told why.`}
          submitLabel={t`Reject`}
          label={t`Why`}
          field="rejectionNote"
          required
          max={1000}
          run={(rejectionNote) => api.edits.reject.mutate({ id, rejectionNote })}
          done={t`The edit is rejected`}
          onClose={close}
        />
      )}
      {edit && dialog === 'link' && <LinkChangeForm edit={edit} onClose={close} />}
    </DetailPage>
  );
}

function EditFacts({ edit }: { edit: Edit }) {
  const { t } = useLingui();
  const { entities, kinds } = useEditWords();
  const { engagement, changeRequest, createdBy, resolvedBy, resolvedAt } = edit;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Kind`, value: kinds[edit.kind] },
          { label: t`Record`, value: entities[edit.entityType] },
          {
            label: t`Engagement`,
            value: engagement && (
              <Link to="/portal/engagements/$id" params={{ id: engagement.id }} className={LINK}>
                {engagement.title}
              </Link>
            ),
          },
          {
            label: t`Change request`,
            value: changeRequest && (
              <span className="flex flex-col items-start gap-1">
                <Link to="/portal/change-requests/$id" params={{ id: changeRequest.id }} className={LINK}>
                  {changeRequest.title}
                </Link>
                <ChangeBadge status={changeRequest.status} />
              </span>
            ),
          },
          { label: t`Organisation`, value: edit.organization.name },
          { label: t`Asked by`, value: createdBy.name },
          { label: t`Asked`, value: dateTime(edit.createdAt) },
          { label: t`Resolved by`, value: resolvedBy?.name },
          { label: t`Resolved`, value: resolvedAt && dateTime(resolvedAt) },
        ]}
      />
    </Panel>
  );
}
