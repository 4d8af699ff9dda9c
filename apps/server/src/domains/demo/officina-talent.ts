import type { Ctx } from '../../kernel/context.ts';
import { receiveSignal } from '../talent/receive-signal.ts';
import { updateTalent } from '../talent/update-talent.ts';
import type { Chapter } from './officina-firm.ts';

type Signal = Parameters<typeof receiveSignal>[1];
type Triage = Omit<Parameters<typeof updateTalent>[1], 'id'>;

const visitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: 'visitor' } });

const BASE = { engagementModes: ['remote', 'hybrid'], languages: ['en'], consent: true } as const;

const EXPERTS: readonly [days: number, signal: Omit<Signal, keyof typeof BASE>, triage: Triage | null][] = [
  [
    3,
    {
      fullName: 'Lena Horak',
      email: 'lena.horak@mail.example',
      primaryRole: 'ot_security_engineer',
      secondaryRoles: ['ics_engineer'],
      domains: ['ot_it', 'security_grc'],
      seniority: 'principal',
      availabilityWindow: 'two_four_weeks',
      rateBand: '150_200',
      locationTimezone: 'Prague, CET',
    },
    null,
  ],
  [
    6,
    {
      fullName: 'Marco Ferri',
      email: 'marco@ferri.example',
      primaryRole: 'data_architect',
      secondaryRoles: ['data_engineer'],
      domains: ['data_realtime', 'observability'],
      seniority: 'staff',
      availabilityWindow: 'now',
      rateBand: '100_150',
      locationTimezone: 'Milan, CET',
    },
    null,
  ],
  [
    20,
    {
      fullName: 'Oksana Bilyk',
      email: 'oksana.bilyk@mail.example',
      primaryRole: 'mes_mom_engineer',
      domains: ['mes_mom', 'manufacturing_systems'],
      seniority: 'lead',
      availabilityWindow: 'one_two_months',
      rateBand: 'negotiable',
      locationTimezone: 'Kyiv, EET',
    },
    {
      status: 'REVIEWED',
      contactStatus: 'CONTACTED',
      notes: 'Spoke on the phone; strong on line integration.',
    },
  ],
  [
    44,
    {
      fullName: 'Jonas Falk',
      email: 'jonas@falk.example',
      primaryRole: 'program_director',
      domains: ['governance', 'industry4'],
      seniority: 'director',
      availabilityWindow: 'three_plus_months',
      rateBand: '200_plus',
      locationTimezone: 'Hamburg, CET',
    },
    { status: 'APPROVED', contactStatus: 'RESPONDED' },
  ],
  [
    80,
    {
      fullName: 'Aiko Tanabe',
      email: 'aiko.tanabe@mail.example',
      primaryRole: 'supply_chain_architect',
      domains: ['supply_chain', 'erp_integration'],
      seniority: 'principal',
      availabilityWindow: 'now',
      rateBand: '150_200',
      locationTimezone: 'Lisbon, WET',
    },
    { status: 'APPROVED', contactStatus: 'ONBOARDED', notes: 'Two engagements so far.' },
  ],
  [
    130,
    {
      fullName: 'Peter Stone',
      email: 'peter.stone@mail.example',
      primaryRole: 'business_analyst',
      domains: ['governance'],
      seniority: 'ic_senior',
      availabilityWindow: 'one_two_months',
      rateBand: 'under_100',
      locationTimezone: 'Leeds, GMT',
    },
    { status: 'ARCHIVED', contactStatus: 'NOT_CONTACTED' },
  ],
];

/** Outside experts at every stage of getting to know them; one of them has written again since. */
export const tellTalent: Chapter = ({ story, admin }) => {
  for (const [days, facts, triage] of EXPERTS) {
    const signal: Signal = {
      ...facts,
      ...BASE,
      engagementModes: [...BASE.engagementModes],
      languages: [...BASE.languages],
    };
    let id = '';
    story.at(days, 12.5, admin, async (ctx) => {
      ({ profileId: id } = await receiveSignal(visitor(ctx), signal));
    });
    if (triage) story.at(days - 2, 10.3, admin, (ctx) => updateTalent(ctx, { id, ...triage }));
    if (days === 44)
      story.at(5, 8.8, admin, (ctx) => receiveSignal(visitor(ctx), { ...signal, availabilityWindow: 'now' }));
  }
};
