import type { ServiceDetail } from '@officina/contracts/catalogue';
import type { AppRouter } from '@officina/server/app-router';
import type { inferRouterInputs } from '@trpc/server';
import { commaList } from '../../lib/comma-list.ts';

export type ServiceInput = inferRouterInputs<AppRouter>['catalogue']['save'];

/** Lists of texts are written one a line. */
export const LISTS = [
  'bestFor',
  'notFor',
  'outcomes',
  'deliverables',
  'processSteps',
  'inputsRequired',
  'includes',
] as const;

const lines = (list: readonly string[] | undefined) => list?.join('\n') ?? '';
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A service as its form holds it. */
export function valuesOf(service?: ServiceDetail) {
  return {
    code: service?.code ?? '',
    slug: service?.slug ?? '',
    title: service?.title ?? '',
    oneLine: service?.oneLine ?? '',
    problemStatement: service?.problemStatement ?? '',
    bestFor: lines(service?.bestFor),
    notFor: lines(service?.notFor),
    outcomes: lines(service?.outcomes),
    deliverables: lines(service?.deliverables),
    processSteps: lines(service?.processSteps),
    inputsRequired: lines(service?.inputsRequired),
    includes: lines(service?.includes),
    pricingNotes: service?.pricing.notes ?? '',
    onsiteText: service?.onsitePolicy.text ?? '',
    ctaLabel: service?.ctaLabel ?? '',
    securityNote: service?.securityNote ?? '',
    question1: service?.faq[0]?.question ?? '',
    answer1: service?.faq[0]?.answer ?? '',
    question2: service?.faq[1]?.question ?? '',
    answer2: service?.faq[1]?.answer ?? '',
    question3: service?.faq[2]?.question ?? '',
    answer3: service?.faq[2]?.answer ?? '',
    deliveryModes: service?.deliveryModes.join(', ') ?? 'remote',
    minWeeks: (service?.duration.minWeeks ?? null) as number | null,
    maxWeeks: (service?.duration.maxWeeks ?? null) as number | null,
    minEUR: (service?.pricing.project.minEUR ?? null) as number | null,
    maxEUR: (service?.pricing.project.maxEUR ?? null) as number | null,
    hourlyEquivalent: (service?.pricing.hourlyEquivalent ?? null) as number | null,
    dayRateEUR: (service?.onsitePolicy.dayRateEUR ?? null) as number | null,
    purchaseType: service?.purchaseType ?? ('scope' as ServiceDetail['purchaseType']),
    depositCents: service?.depositCents ?? null,
    domains: service?.domains.join(', ') ?? '',
    industries: service?.industries.join(', ') ?? '',
    engagementType: service?.engagementType ?? ('Audit' as ServiceDetail['engagementType']),
    urgencyClass: service?.urgencyClass ?? ('2-4 weeks' as ServiceDetail['urgencyClass']),
    tags: service?.tags.join(', ') ?? '',
  };
}

const wordsOf = <W>(text: string) => commaList(text) as W[];

/** What is left empty is sent as what the server refuses, so that its message lands on the field. */
const figure = (value: number | null) => value ?? (undefined as unknown as number);

/** What the server is sent; texts in other languages stay as they are. */
export function inputOf(
  values: ReturnType<typeof valuesOf>,
  translations: ServiceInput['translations'],
  version?: number,
): ServiceInput {
  const { minWeeks, maxWeeks, minEUR, maxEUR, hourlyEquivalent, dayRateEUR, pricingNotes, onsiteText } =
    values;
  const lists = Object.fromEntries(LISTS.map((name) => [name, linesOf(values[name])]));
  return {
    ...(lists as Record<(typeof LISTS)[number], string[]>),
    code: values.code,
    slug: values.slug,
    title: values.title,
    oneLine: values.oneLine,
    problemStatement: values.problemStatement,
    ctaLabel: values.ctaLabel,
    securityNote: values.securityNote,
    faq: [
      { question: values.question1, answer: values.answer1 },
      { question: values.question2, answer: values.answer2 },
      { question: values.question3, answer: values.answer3 },
    ],
    deliveryModes: wordsOf(values.deliveryModes),
    duration: { minWeeks: figure(minWeeks), maxWeeks: figure(maxWeeks) },
    pricing: {
      project: { minEUR: figure(minEUR), maxEUR: figure(maxEUR) },
      hourlyEquivalent: figure(hourlyEquivalent),
      notes: pricingNotes,
    },
    onsitePolicy: { text: onsiteText, dayRateEUR: figure(dayRateEUR) },
    purchaseType: values.purchaseType,
    depositCents: values.purchaseType === 'deposit' ? values.depositCents : null,
    domains: wordsOf(values.domains),
    industries: wordsOf(values.industries),
    engagementType: values.engagementType,
    urgencyClass: values.urgencyClass,
    tags: wordsOf(values.tags),
    translations,
    version,
  };
}

/** The server's names of fields by those of the form, where they differ. */
export const RENAMED: Record<string, string> = {
  'duration.minWeeks': 'minWeeks',
  'duration.maxWeeks': 'maxWeeks',
  duration: 'maxWeeks',
  'pricing.project': 'maxEUR',
  'pricing.project.minEUR': 'minEUR',
  'pricing.project.maxEUR': 'maxEUR',
  'pricing.hourlyEquivalent': 'hourlyEquivalent',
  'pricing.notes': 'pricingNotes',
  'onsitePolicy.text': 'onsiteText',
  'onsitePolicy.dayRateEUR': 'dayRateEUR',
  ...Object.fromEntries(
    [0, 1, 2].flatMap((at) => [
      [`faq.${at}.question`, `question${at + 1}`],
      [`faq.${at}.answer`, `answer${at + 1}`],
    ]),
  ),
  ...Object.fromEntries(
    [...LISTS, 'deliveryModes', 'domains', 'industries', 'tags'].flatMap((list) =>
      Array.from({ length: 12 }, (_, at) => [`${list}.${at}`, list]),
    ),
  ),
};
