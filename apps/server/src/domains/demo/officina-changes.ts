import { createChangeRequest } from '../engagements/change-requests/create-change-request.ts';
import { decideChangeRequest } from '../engagements/change-requests/decide-change-request.ts';
import { implementChangeRequest } from '../engagements/change-requests/implement-change-request.ts';
import { updateChangeRequest } from '../engagements/change-requests/update-change-request.ts';
import { type Chapter, engagement, person } from './officina-firm.ts';

type Facts = Omit<Parameters<typeof createChangeRequest>[1], 'engagementId'>;
type State = 'proposed' | 'needs_info' | 'approved' | 'rejected' | 'implemented' | 'cancelled';

interface Change extends Facts {
  days: number;
  by: string;
  on: 'acmeDelivery' | 'globex';
  state: State;
  note?: string;
  costDeltaEUR?: number;
  scheduleDeltaDays?: number;
}

// biome-ignore format: one change request a line
const CHANGES: readonly Change[] = [
  { days: 2, by: 'client.admin@acme.test', on: 'acmeDelivery', state: 'proposed', title: 'Alarm by text message', description: 'The shift lead wants a text message when a line stops for more than five minutes.', impact: 'scope', severity: 'med' },
  { days: 7, by: 'client@acme.test', on: 'acmeDelivery', state: 'needs_info', title: 'Keep signals for three years', description: 'Quality asks for three years instead of one.', impact: 'cost', severity: 'low', note: 'Which signals, and at which resolution?' },
  { days: 18, by: 'operator@demo.test', on: 'acmeDelivery', state: 'approved', title: 'Second collector for line two', description: 'Line two has two networks that must not be joined; each needs a collector.', impact: 'cost', severity: 'high', note: 'Agreed in the steering meeting.', costDeltaEUR: 6500, scheduleDeltaDays: 10 },
  { days: 33, by: 'client.admin@acme.test', on: 'acmeDelivery', state: 'rejected', title: 'Replace the controllers', description: 'Could the old controllers be replaced on the way?', impact: 'risk', severity: 'high', note: 'Outside of this engagement; we offer it separately.' },
  { days: 50, by: 'client.admin@acme.test', on: 'acmeDelivery', state: 'implemented', title: 'Dashboard in German', description: 'The shift reads German; the dashboard should speak it.', impact: 'scope', severity: 'low', note: 'Small; done with the next release.', costDeltaEUR: 1200, scheduleDeltaDays: 2 },
  { days: 62, by: 'client@acme.test', on: 'acmeDelivery', state: 'cancelled', title: 'Sensors in the paint shop', description: 'Add the paint shop to the scope of this year.', impact: 'scope', severity: 'med' },
  { days: 16, by: 'client@globex.test', on: 'globex', state: 'proposed', title: 'Weekly call on Mondays', description: 'Please move the weekly call from Friday to Monday morning.', impact: 'schedule', severity: 'low' },
];

/** Change requests in every state that there is. */
export const tellChangeRequests: Chapter = (firm) => {
  const { story, operator } = firm;
  for (const { days, by, on, state, note = '', costDeltaEUR, scheduleDeltaDays, ...facts } of CHANGES) {
    let id = '';
    const author = person(firm, by);
    story.at(days, 10.6, author, async (ctx) => {
      ({ id } = await createChangeRequest(ctx, { engagementId: engagement(firm, on), ...facts }));
    });
    if (state === 'proposed') continue;
    if (state === 'cancelled') {
      story.at(days - 1, 9, author, (ctx) => updateChangeRequest(ctx, { id, status: 'cancelled' }));
      continue;
    }
    const status = state === 'implemented' ? 'approved' : state;
    const deltas = { costDeltaEUR, scheduleDeltaDays };
    story.at(days - 2, 14, operator, (ctx) =>
      decideChangeRequest(ctx, { id, status, decisionNote: note, ...deltas }),
    );
    if (state === 'implemented')
      story.at(days - 9, 16, operator, (ctx) => implementChangeRequest(ctx, { id }));
  }
};
