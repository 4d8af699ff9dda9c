import {
  changeCreate,
  changeDecision,
  changePage,
  changePatch,
} from '@officina/contracts/change-requests-inputs';
import { CHANGE_IMPACTS, CHANGE_SEVERITIES, CHANGE_STATUSES } from '@officina/contracts/portal';
import { z } from 'zod';
import { pageChangeRequests } from '../../../domains/engagements/change-requests/change-reads.ts';
import { createChangeRequest } from '../../../domains/engagements/change-requests/create-change-request.ts';
import { decideChangeRequest } from '../../../domains/engagements/change-requests/decide-change-request.ts';
import { implementChangeRequest } from '../../../domains/engagements/change-requests/implement-change-request.ts';
import { updateChangeRequest } from '../../../domains/engagements/change-requests/update-change-request.ts';
import { row } from '../../row.ts';
import { clampedLimit, id, lateBody, moment, okayItem, okayItems, only } from './wire.ts';

const tag = 'Change requests';

const changeRequest = z.strictObject({
  id,
  orgId: id,
  engagementId: id,
  createdByUserId: id,
  assignedToUserId: id.nullable(),
  title: z.string(),
  description: z.string(),
  impact: z.enum(CHANGE_IMPACTS),
  severity: z.enum(CHANGE_SEVERITIES),
  status: z.enum(CHANGE_STATUSES),
  requestedAt: moment,
  decidedAt: moment.nullable(),
  implementedAt: moment.nullable(),
  decisionNote: z.string().nullable(),
  costDeltaEUR: z.int().nullable(),
  scheduleDeltaDays: z.int().nullable(),
  createdAt: moment,
  updatedAt: moment,
});
const listed = changeRequest.extend({
  engagement: z.strictObject({ id, title: z.string() }),
  createdBy: z.strictObject({ id, email: z.string().nullable(), name: z.string() }),
});

const item = only(changeRequest);
const listItem = only(listed);

export const changeRequestRows = [
  row({
    method: 'GET',
    path: '/portal/change-requests',
    summary: 'Change requests, the newest first; clients see those of their organisation',
    tag,
    operation: pageChangeRequests,
    query: z.object({
      limit: clampedLimit(200),
      before: changePage.shape.before,
      status: changePage.shape.status,
      engagementId: changePage.shape.engagementId,
    }),
    answer: 'data',
    present: (items) => ({ data: undefined, beside: { items: items.map(listItem) } }),
    response: okayItems(listed),
  }),
  row({
    method: 'POST',
    path: '/portal/change-requests',
    summary: 'Propose a change to an engagement',
    tag,
    operation: createChangeRequest,
    body: changeCreate,
    status: 201,
    answer: 'data',
    present: (view) => ({ data: item(view) }),
    response: okayItem(changeRequest),
  }),
  row({
    method: 'PATCH',
    path: '/portal/change-requests/:id',
    summary: 'Change what is asked, its status, or who looks after it',
    tag,
    operation: updateChangeRequest,
    body: lateBody(changePatch),
    answer: 'data',
    present: (view) => ({ data: item(view) }),
    response: okayItem(changeRequest),
  }),
  row({
    method: 'POST',
    path: '/portal/change-requests/:id/decide',
    summary: 'Approve, reject, or ask for more',
    tag,
    operation: decideChangeRequest,
    body: changeDecision.omit({ id: true }),
    answer: 'data',
    present: (view) => ({ data: item(view) }),
    response: okayItem(changeRequest),
  }),
  row({
    method: 'POST',
    path: '/portal/change-requests/:id/implement',
    summary: 'Say that an approved change is made',
    tag,
    operation: implementChangeRequest,
    answer: 'data',
    present: (view) => ({ data: item(view) }),
    response: okayItem(changeRequest),
  }),
];
