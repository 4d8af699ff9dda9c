import { addDays } from '@officina/contracts/calendar';
import { updateBilling } from '../engagements/billing/update-billing.ts';
import { completeOnboarding } from '../engagements/complete-onboarding.ts';
import { createEngagement } from '../engagements/create-engagement.ts';
import { approveDeliverable } from '../engagements/deliverables/approve-deliverable.ts';
import { createDeliverable } from '../engagements/deliverables/create-deliverable.ts';
import { updateDeliverable } from '../engagements/deliverables/update-deliverable.ts';
import { createMilestone } from '../engagements/milestones/create-milestone.ts';
import { updateMilestone } from '../engagements/milestones/update-milestone.ts';
import { createScope } from '../engagements/scopes/create-scope.ts';
import { updateScope } from '../engagements/scopes/update-scope.ts';
import { updateEngagement } from '../engagements/update-engagement.ts';
import { tellChangeRequests } from './officina-changes.ts';
import { type Chapter, engagement, type OfficinaFirm, person } from './officina-firm.ts';

type Milestone = [title: string, due: number, status: 'planned' | 'in_progress' | 'complete'];
type Deliverable = [title: string, status: 'draft' | 'review' | 'approved'];

const MILESTONES: readonly Milestone[] = [
  ['Signals agreed with both shifts', 70, 'complete'],
  ['Collector on line one', 35, 'complete'],
  ['Collector on line two', -10, 'in_progress'],
  ['Hand-over to operations', -45, 'planned'],
];

const DELIVERABLES: readonly Deliverable[] = [
  ['Signal map of both lines', 'approved'],
  ['Dashboard for the shift', 'review'],
  ['Runbook', 'draft'],
];

function tellMilestones(firm: OfficinaFirm, name: string, milestones: readonly Milestone[]): void {
  const { story, operator, today } = firm;
  milestones.forEach(([title, due, status], at) => {
    let id = '';
    story.at(80, 9 + at / 10, operator, async (ctx) => {
      const dueDate = addDays(today, -due);
      ({ id } = await createMilestone(ctx, { engagementId: engagement(firm, name), title, dueDate }));
    });
    if (status !== 'planned')
      story.at(Math.max(due, 8), 15, operator, (ctx) => updateMilestone(ctx, { id, status }));
  });
}

function tellDeliverables(firm: OfficinaFirm, name: string, deliverables: readonly Deliverable[]): void {
  const { story, operator } = firm;
  deliverables.forEach(([title, status], at) => {
    let id = '';
    story.at(78, 10 + at / 10, operator, async (ctx) => {
      ({ id } = await createDeliverable(ctx, { engagementId: engagement(firm, name), title }));
    });
    if (status === 'draft') return;
    story.at(30 - at * 10, 14, operator, (ctx) => updateDeliverable(ctx, { id, status: 'review' }));
    if (status === 'approved')
      story.at(26, 10, person(firm, 'client.admin@acme.test'), (ctx) =>
        approveDeliverable(ctx, { id, note: 'As agreed.' }),
      );
  });
}

/** The engagement in delivery: what an inquiry became, with its codes, milestones and deliverables. */
function tellDelivery(firm: OfficinaFirm): void {
  const { story, operator, today } = firm;
  const id = () => engagement(firm, 'acmeDelivery');
  story.at(86, 9, operator, (ctx) =>
    updateEngagement(ctx, {
      id: id(),
      title: 'Telemetry for two assembly lines',
      stage: 'sow',
      ownerId: operator.id,
      startDate: addDays(today, -80),
      targetDate: addDays(today, 45),
    }),
  );
  story.at(84, 11, operator, (ctx) =>
    updateBilling(ctx, {
      engagementId: id(),
      procurementRef: 'PR-2208',
      purchaseOrderRef: 'PO-77140',
      costCenter: 'CC-4100',
    }),
  );
  story.at(79, 9, operator, (ctx) => updateEngagement(ctx, { id: id(), stage: 'delivery' }));
  story.at(12, 17, operator, (ctx) => updateEngagement(ctx, { id: id(), status: 'at_risk' }));
  tellMilestones(firm, 'acmeDelivery', MILESTONES);
  tellDeliverables(firm, 'acmeDelivery', DELIVERABLES);
  story.at(85, 13, person(firm, 'client.admin@acme.test'), (ctx) =>
    completeOnboarding(ctx, {
      preferredChannel: 'E-mail',
      primaryEngagementId: id(),
      ndaStatus: 'Signed',
      accessPreference: 'Named accounts',
      dataConstraints: 'No production data outside of the plant network.',
      acceptedTerms: true,
    }),
  );
}

/** The engagement that has only begun, with a scope that waits for the client. */
function tellTriage(firm: OfficinaFirm): void {
  const { story, admin, operator, orgs } = firm;
  story.at(14, 9, admin, async (ctx) => {
    const { id } = await createEngagement(ctx, {
      orgId: orgs.Acme ?? '',
      title: 'Network zones for plant two',
      serviceSlug: 'plant-network-zones',
      ownerId: operator.id,
    });
    firm.engagements.acmeTriage = id;
  });
  story.at(6, 11, operator, async (ctx) => {
    const { id } = await createScope(ctx, {
      engagementId: engagement(firm, 'acmeTriage'),
      title: 'Zones and conduits, plant two',
      fixedPriceEUR: 96_000,
      scopeSummary:
        'A zone model for plant two, the firewall rules between the zones, and a rehearsed cut-over.',
      deliverables: ['Zone model', 'Rule set', 'Cut-over plan', 'Rehearsal'],
    });
    await updateScope(ctx, { id, status: 'sent' });
  });
}

function tellGlobex(firm: OfficinaFirm): void {
  const { story, admin, operator, orgs, today } = firm;
  story.at(60, 10, admin, async (ctx) => {
    const { id } = await createEngagement(ctx, {
      orgId: orgs.Globex ?? '',
      title: 'Delivery rescue: warehouse release',
      serviceSlug: 'delivery-rescue',
      ownerId: operator.id,
      startDate: addDays(today, -58),
      targetDate: addDays(today, 12),
    });
    firm.engagements.globex = id;
  });
  story.at(58, 9, operator, (ctx) =>
    updateEngagement(ctx, { id: engagement(firm, 'globex'), stage: 'delivery' }),
  );
}

/** Two engagements of Acme and one of Globex, with their change requests. */
export const tellEngagements: Chapter = (firm) => {
  tellDelivery(firm);
  tellTriage(firm);
  tellGlobex(firm);
  tellChangeRequests(firm);
};
