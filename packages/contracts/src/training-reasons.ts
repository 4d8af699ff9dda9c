/**
 * Why an action is refused (academy specification §4.2). `clock` is the status on the timeclock's path, everywhere else
 * it is 403. Texts in braces take the facts of the refusal.
 */
interface Reason {
  clock: 402 | 403;
  /** A member of staff may lift it for one learner and a time. */
  overridable: boolean;
  en: string;
  fr: string;
}

export const REASONS = {
  NO_ENROLLMENT: {
    clock: 403,
    overridable: false,
    en: 'No enrollment found.',
    fr: 'Aucune inscription trouvée.',
  },
  PAYMENT_REQUIRED: {
    clock: 402,
    overridable: false,
    en: 'Please complete payment first.',
    fr: 'Veuillez d’abord effectuer le paiement.',
  },
  PAYMENT_PENDING: {
    clock: 402,
    overridable: false,
    en: 'Your payment is being processed.',
    fr: 'Votre paiement est en cours de traitement.',
  },
  ORIENTATION_REQUIRED: {
    clock: 403,
    overridable: false,
    en: 'Please complete orientation first.',
    fr: 'Veuillez d’abord terminer l’orientation.',
  },
  DOCUMENTS_REQUIRED: {
    clock: 403,
    overridable: false,
    en: 'Please submit your documents first.',
    fr: 'Veuillez d’abord remettre vos documents.',
  },
  ACTION_NOT_ALLOWED: {
    clock: 403,
    overridable: false,
    en: 'This action is not available at this stage.',
    fr: 'Cette action n’est pas possible à ce stade.',
  },
  ENROLLMENT_COMPLETED: {
    clock: 403,
    overridable: false,
    en: 'Your enrollment is complete.',
    fr: 'Votre formation est terminée.',
  },
  ENROLLMENT_SUSPENDED: {
    clock: 403,
    overridable: false,
    en: 'Your enrollment is suspended.',
    fr: 'Votre inscription est suspendue.',
  },
  START_DATE_MISSING: {
    clock: 403,
    overridable: false,
    en: 'No start date is set.',
    fr: 'Aucune date de début n’est fixée.',
  },
  START_DATE_NOT_REACHED: {
    clock: 403,
    overridable: false,
    en: 'Training starts on {date}. {days} remaining.',
    fr: 'La formation commence le {date}. Encore {days}.',
  },
  PAYMENT_HOLD: {
    clock: 402,
    overridable: true,
    en: 'Your enrollment is on payment hold.',
    fr: 'Votre inscription est bloquée pour un motif de paiement.',
  },
  PAYMENT_PAST_DUE: {
    clock: 402,
    overridable: true,
    en: 'Payment is {days} past due.',
    fr: 'Le paiement a {days} de retard.',
  },
  PARTNER_NOT_APPROVED: {
    clock: 403,
    overridable: false,
    en: 'This shop is not approved for training.',
    fr: 'Ce salon n’est pas agréé pour la formation.',
  },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof REASONS;

export interface Denial {
  code: ReasonCode;
  /** Of a start date that lies ahead: YYYY-MM-DD in programme time. */
  date?: string;
  /** To the start date, or since the first payment that failed. */
  days?: number;
  /** Only the shop is at fault, not the partner that it belongs to. */
  detail?: 'SHOP_NOT_APPROVED';
}

export const liftedByOverride = ({ code }: Denial): boolean => REASONS[code].overridable;

/** A calendar day as Americans write it, 2/10/2025, whatever the server's zone. */
export function usDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${month}/${date}/${year}`;
}

const frDate = (day: string): string => day.split('-').reverse().join('/');

/** What the person reads; the REST edge prints English. */
export function reasonText({ code, date = '', days = 0 }: Denial, language: 'en' | 'fr' = 'en'): string {
  const english = language === 'en';
  const unit = english ? 'day' : 'jour';
  return REASONS[code][language]
    .replace('{date}', date && (english ? usDate(date) : frDate(date)))
    .replace('{days}', `${days} ${unit}${days === 1 ? '' : 's'}`);
}
