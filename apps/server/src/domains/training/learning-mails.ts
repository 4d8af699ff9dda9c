import type { Tenant } from '../../kernel/context.ts';

/** Mails to learners on their way, in the tenant's language: French or English. */
interface MailText {
  subject: string;
  text: string;
}

const inFrench = ({ locale }: Pick<Tenant, 'locale'>): boolean => /^fr\b/i.test(locale);
const line = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
const spoken = (word: string): string => word.replaceAll('_', ' ');

export function documentMail(
  tenant: Tenant,
  { name, type, reason, link }: { name: string; type: string; reason: string | null; link: string },
): MailText {
  if (inFrench(tenant))
    return reason
      ? {
          subject: 'Un document est à remplacer',
          text: `Bonjour ${line(name)},\n\nNous n'avons pas pu accepter votre document (${spoken(type)}) : ${line(reason)}\n\nEnvoyez-en un autre :\n${link}`,
        }
      : {
          subject: 'Document accepté',
          text: `Bonjour ${line(name)},\n\nVotre document (${spoken(type)}) est accepté.\n${link}`,
        };
  return reason
    ? {
        subject: 'A document needs to be replaced',
        text: `Hello ${line(name)},\n\nWe could not accept your document (${spoken(type)}): ${line(reason)}\n\nPlease upload another one:\n${link}`,
      }
    : {
        subject: 'Document approved',
        text: `Hello ${line(name)},\n\nYour document (${spoken(type)}) has been approved.\n${link}`,
      };
}

export type ReminderKind = 'orientation' | 'documents' | 'payment' | 'locked';

const REMINDERS: Record<ReminderKind, Record<'en' | 'fr', (days: number) => MailText>> = {
  orientation: {
    en: () => ({
      subject: 'Your orientation is waiting',
      text: 'Your place is paid. Complete the orientation to go on:',
    }),
    fr: () => ({
      subject: 'Votre orientation vous attend',
      text: 'Votre place est payée. Terminez l’orientation pour continuer :',
    }),
  },
  documents: {
    en: () => ({
      subject: 'Your documents are missing',
      text: 'Upload and submit your documents to set your start date:',
    }),
    fr: () => ({
      subject: 'Vos documents manquent',
      text: 'Envoyez vos documents pour fixer votre date de début :',
    }),
  },
  payment: {
    en: (days) => ({
      subject: 'Your payment is past due',
      text: `Your payment is ${days} days past due. After seven days the timeclock is locked. Update your card:`,
    }),
    fr: (days) => ({
      subject: 'Votre paiement est en retard',
      text: `Votre paiement a ${days} jours de retard. Après sept jours, le pointage est bloqué. Mettez votre carte à jour :`,
    }),
  },
  locked: {
    en: (days) => ({
      subject: 'The timeclock is locked',
      text: `Your payment is ${days} days past due, and the timeclock is locked until it is paid:`,
    }),
    fr: (days) => ({
      subject: 'Le pointage est bloqué',
      text: `Votre paiement a ${days} jours de retard ; le pointage est bloqué jusqu’au règlement :`,
    }),
  },
};

export function reminderMail(
  tenant: Tenant,
  kind: ReminderKind,
  { name, days, link }: { name: string; days: number; link: string },
): MailText {
  const french = inFrench(tenant);
  const { subject, text } = REMINDERS[kind][french ? 'fr' : 'en'](days);
  return { subject, text: `${french ? 'Bonjour' : 'Hello'} ${line(name)},\n\n${text}\n${link}` };
}

export function stuckMail(
  tenant: Tenant,
  stuck: readonly { name: string; waiting: string; days: number }[],
  link: string,
): MailText {
  const french = inFrench(tenant);
  const unit = french ? 'jours' : 'days';
  const lines = stuck
    .map(({ name, waiting, days }) => `- ${line(name)}: ${waiting}, ${days} ${unit}`)
    .join('\n');
  return french
    ? { subject: `${stuck.length} apprentis n'avancent pas`, text: `${lines}\n\n${link}` }
    : { subject: `${stuck.length} learners are stuck`, text: `${lines}\n\n${link}` };
}
