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
