import type { Ctx } from '../../kernel/context.ts';
import { convertInquiry } from '../engagements/inquiries/convert-inquiry.ts';
import { setInquiryStatus } from '../engagements/inquiries/set-inquiry-status.ts';
import { submitInquiry } from '../engagements/inquiries/submit-inquiry.ts';
import { createScope } from '../engagements/scopes/create-scope.ts';
import { approveScope } from '../engagements/scopes/decide-scope.ts';
import { updateScope } from '../engagements/scopes/update-scope.ts';
import { type Chapter, person } from './officina-firm.ts';

type Fate = 'new' | 'triaged' | 'converted' | 'closed';
type Asked = Parameters<typeof submitInquiry>[1];

const visitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: 'visitor' } });

// biome-ignore format: a table is read by its rows
const INQUIRIES: readonly [days: number, fate: Fate, organization: string, role: string, email: string, slug: string, timeframe: Asked['timeframe'], note: string][] = [
  [1, 'new', 'Northwind Logistics', 'Head of IT', 'j.lind@northwind.example', 'performance-tune-up', 'Immediate', 'Warehouse terminals freeze every morning between six and seven.'],
  [2, 'new', 'Halden Water', 'Plant manager', 'ruth@haldenwater.example', 'plant-network-zones', '1-3 months', 'Two plants, one flat network, an audit in spring.'],
  [4, 'new', 'Bright Dental', 'Owner', 'sam.bright@gmail.com', 'assistant-pilot', 'Strategic', ''],
  [9, 'triaged', 'Velo Parts', 'CTO', 'cto@veloparts.example', 'shop-floor-to-cloud', '1-3 months', 'Forty machines of six makers.'],
  [15, 'triaged', 'City of Arden', 'Security officer', 'it-security@arden.example', 'security-posture-review', 'Immediate', 'Findings of last year are still open.'],
  [40, 'closed', 'Kappa Foods', 'Buyer', 'buyer@kappa.example', 'compliance-evidence-room', 'Strategic', ''],
  [95, 'converted', 'Acme', 'Head of operations', 'client.admin@acme.test', 'telemetry-foundation', '1-3 months', 'We want to see a line stop before the phone rings.'],
];

/** Visitors' requests in every state; one of a client's own people has become an engagement, with an approved scope. */
export const tellInquiries: Chapter = (firm) => {
  const { story, admin, operator } = firm;
  for (const [days, fate, organization, role, email, serviceSlug, timeframe, note] of INQUIRIES) {
    let id = '';
    const asked: Asked = {
      organization,
      role,
      serviceSlug,
      timeframe,
      email,
      note,
      mode: 'hybrid',
      consent: true,
    };
    story.at(days, 7.4, operator, async (ctx) => {
      ({ id } = await submitInquiry(visitor(ctx), asked));
    });
    if (fate === 'new') continue;
    story.at(days - 1, 9.2, operator, (ctx) => setInquiryStatus(ctx, { id, status: 'triaged' }));
    if (fate === 'closed')
      story.at(days - 5, 16, operator, (ctx) => setInquiryStatus(ctx, { id, status: 'closed' }));
    if (fate !== 'converted') continue;
    let scope = '';
    story.at(days - 3, 11, operator, async (ctx) => {
      const made = await createScope(ctx, {
        inquiryId: id,
        title: 'Telemetry for two assembly lines',
        fixedPriceEUR: 78_000,
        scopeSummary: 'Signals of both lines collected, kept for a year and shown where the shift looks.',
        deliverables: ['Signal map of both lines', 'Collector on site', 'Dashboard for the shift', 'Runbook'],
      });
      scope = made.id;
      await updateScope(ctx, { id: scope, status: 'sent' });
    });
    story.at(days - 6, 10, person(firm, 'client.admin@acme.test'), (ctx) =>
      approveScope(ctx, { id: scope, note: 'Agreed with the plant.' }),
    );
    story.at(days - 7, 9, admin, async (ctx) => {
      firm.engagements.acmeDelivery = (await convertInquiry(ctx, { id })).engagementId;
    });
  }
};
