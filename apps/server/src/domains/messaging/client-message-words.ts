import type { MessageTrigger } from '@officina/contracts/office';

/** What the sentences are filled with, already as people of the tenant's language write it. */
export interface Filling {
  number: string;
  received: string;
  due: string;
  /** Whole days between today and the due date, whichever comes first. */
  days: number;
  /** The sums owed, joined. */
  owed: string;
}

interface Wording {
  greeting(name: string): string;
  subjects: Record<MessageTrigger, string>;
  texts: Record<MessageTrigger, (filling: Filling) => string>;
}

const english = {
  days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  in: (n: number) => (n === 0 ? 'today' : `in ${english.days(n)}`),
};

const french = {
  days: (n: number) => (n === 1 ? '1 jour' : `${n} jours`),
  in: (n: number) => (n === 0 ? 'aujourd’hui' : `dans ${french.days(n)}`),
};

const hebrew = {
  days: (n: number) => (n === 1 ? 'יום אחד' : n === 2 ? 'יומיים' : `${n} ימים`),
  in: (n: number) => (n === 0 ? 'היום' : `בעוד ${hebrew.days(n)}`),
};

const WORDINGS = {
  en: {
    greeting: (name) => `Hello ${name},`,
    subjects: {
      binder_received: 'We have received your binder',
      binder_approaching_sla: 'Your binder is due back soon',
      binder_overdue: 'Your binder is late',
      binder_ready_for_pickup: 'Your binder is ready',
      manual_payment_reminder: 'Payment reminder',
    },
    texts: {
      binder_received: ({ number, received, due }) =>
        `We received your binder ${number} on ${received}. We expect to hand it back by ${due}.`,
      binder_approaching_sla: ({ number, days, due }) =>
        `Your binder ${number} is due back ${english.in(days)}, on ${due}.`,
      binder_overdue: ({ number, days, due }) =>
        `Your binder ${number} was due back on ${due} and is ${english.days(days)} late. Please excuse the delay.`,
      binder_ready_for_pickup: ({ number }) =>
        `Your binder ${number} is ready. Please come and collect it at our office.`,
      manual_payment_reminder: ({ owed }) =>
        `According to our books ${owed} is still to be paid. Thank you for settling it soon.`,
    },
  },
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    subjects: {
      binder_received: 'Nous avons reçu votre classeur',
      binder_approaching_sla: 'Votre classeur vous sera bientôt rendu',
      binder_overdue: 'Votre classeur est en retard',
      binder_ready_for_pickup: 'Votre classeur est prêt',
      manual_payment_reminder: 'Rappel de paiement',
    },
    texts: {
      binder_received: ({ number, received, due }) =>
        `Nous avons reçu votre classeur ${number} le ${received}. Nous prévoyons de vous le rendre au plus tard le ${due}.`,
      binder_approaching_sla: ({ number, days, due }) =>
        `Votre classeur ${number} doit vous être rendu ${french.in(days)}, le ${due}.`,
      binder_overdue: ({ number, days, due }) =>
        `Votre classeur ${number} devait vous être rendu le ${due} : il a ${french.days(days)} de retard. Veuillez nous en excuser.`,
      binder_ready_for_pickup: ({ number }) =>
        `Votre classeur ${number} est prêt. Vous pouvez venir le retirer à notre bureau.`,
      manual_payment_reminder: ({ owed }) =>
        `Sauf erreur de notre part, il reste à régler : ${owed}. Nous vous remercions de votre prochain paiement.`,
    },
  },
  he: {
    greeting: (name) => `שלום ${name},`,
    subjects: {
      binder_received: 'קיבלנו את התיק שלך',
      binder_approaching_sla: 'מועד החזרת התיק שלך מתקרב',
      binder_overdue: 'התיק שלך באיחור',
      binder_ready_for_pickup: 'התיק שלך מוכן לאיסוף',
      manual_payment_reminder: 'תזכורת תשלום',
    },
    texts: {
      binder_received: ({ number, received, due }) =>
        `קיבלנו את התיק שלך, מספר ${number}, בתאריך ${received}. מועד ההחזרה הצפוי: ${due}.`,
      binder_approaching_sla: ({ number, days, due }) =>
        `התיק שלך, מספר ${number}, צפוי לחזור אליך ${hebrew.in(days)}, בתאריך ${due}.`,
      binder_overdue: ({ number, days, due }) =>
        `התיק שלך, מספר ${number}, היה אמור לחזור אליך בתאריך ${due} ומתעכב ${hebrew.days(days)}. אנו מתנצלים על העיכוב.`,
      binder_ready_for_pickup: ({ number }) =>
        `התיק שלך, מספר ${number}, מוכן. אפשר לבוא לאסוף אותו במשרדנו.`,
      manual_payment_reminder: ({ owed }) =>
        `לפי רישומינו נותרו לתשלום: ${owed}. נודה על הסדרת התשלום בהקדם.`,
    },
  },
} satisfies Record<string, Wording>;

export type MessageLanguage = keyof typeof WORDINGS;

/** The language in which the tenant writes to its clients; English where we have no words of its own. */
export function languageOf(locale: string): MessageLanguage {
  const language = locale.split('-')[0] ?? '';
  return language in WORDINGS ? (language as MessageLanguage) : 'en';
}

export const wordingOf = (locale: string): Wording => WORDINGS[languageOf(locale)];
