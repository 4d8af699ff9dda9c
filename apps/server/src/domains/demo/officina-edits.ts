import type { EngagementDocumentCategory } from '@officina/contracts/portal';
import { createChangeRequest } from '../engagements/change-requests/create-change-request.ts';
import { decideChangeRequest } from '../engagements/change-requests/decide-change-request.ts';
import { uploadEngagementDocument } from '../engagements/documents/upload-document.ts';
import { applyEdit } from '../engagements/edits/apply-edit.ts';
import { submitEdit } from '../engagements/edits/submit-edit.ts';
import { type Chapter, engagement, type OfficinaFirm, person } from './officina-firm.ts';
import { withSamplePdf } from './sample-files.ts';

type Paper = [
  days: number,
  by: 'operator' | 'client.admin@acme.test' | 'client@acme.test' | 'client@globex.test',
  of: 'acmeDelivery' | 'globex',
  category: EngagementDocumentCategory,
  filename: string,
  heading: string,
];

const PAPERS: readonly Paper[] = [
  [83, 'operator', 'acmeDelivery', 'nda', 'nda-acme.pdf', 'Non-disclosure agreement'],
  [82, 'operator', 'acmeDelivery', 'sow', 'statement-of-work.pdf', 'Statement of work'],
  [76, 'client.admin@acme.test', 'acmeDelivery', 'client_input', 'line-layout.pdf', 'Layout of both lines'],
  [50, 'client@acme.test', 'acmeDelivery', 'evidence', 'acceptance-line-one.pdf', 'Acceptance of line one'],
  [28, 'operator', 'acmeDelivery', 'report', 'progress-report.pdf', 'Progress report'],
  [55, 'client@globex.test', 'globex', 'client_input', 'release-calendar.pdf', 'Release calendar'],
];

function tellPapers(firm: OfficinaFirm): void {
  for (const [days, by, of, category, filename, heading] of PAPERS)
    firm.story.at(days, 16, by === 'operator' ? firm.operator : person(firm, by), (ctx) =>
      withSamplePdf(filename, heading, ['Made for the demo.'], (file) =>
        uploadEngagementDocument(ctx, { engagementId: engagement(firm, of), category, file }),
      ),
    );
}

/** A purchase order that was replaced under an approved change request, and a cost centre that waits for one. */
function tellChanges(firm: OfficinaFirm): void {
  const { story, operator } = firm;
  const client = person(firm, 'client.admin@acme.test');
  const entityId = () => engagement(firm, 'acmeDelivery');
  let [applied, change] = ['', ''];
  story.at(24, 9, client, async (ctx) => {
    const diff = [{ field: 'purchaseOrderRef', to: 'PO-77212' }];
    const reason = 'The order was replaced after the reorganisation.';
    const edit = await submitEdit(ctx, { entityType: 'engagement', entityId: entityId(), reason, diff });
    applied = edit.editEventId;
    const { id } = await createChangeRequest(ctx, {
      engagementId: entityId(),
      title: 'Book on the new purchase order',
      description: 'Our purchasing replaced PO-77140 by PO-77212; bills must name the new one.',
      impact: 'cost',
      severity: 'low',
      editEventId: applied,
    });
    change = id;
  });
  story.at(23, 10, operator, async (ctx) => {
    await decideChangeRequest(ctx, { id: change, status: 'approved', decisionNote: 'Taken over.' });
    await applyEdit(ctx, { id: applied });
  });
  story.at(3, 11, client, (ctx) =>
    submitEdit(ctx, {
      entityType: 'engagement',
      entityId: entityId(),
      reason: 'Plant one keeps its own books from next quarter.',
      diff: [{ field: 'costCenter', to: 'CC-4210' }],
    }),
  );
}

/** Documents of Acme and Globex, an applied edit and one that waits. */
export const tellEdits: Chapter = (firm) => {
  tellPapers(firm);
  tellChanges(firm);
};
