import type { Tenant } from '../../kernel/context.ts';

/** Mails of the academy, in the tenant's language: French or English. */
interface MailText {
  subject: string;
  text: string;
}

const inFrench = ({ locale }: Pick<Tenant, 'locale'>): boolean => /^fr\b/i.test(locale);

/** Texts that a visitor typed, on one line. */
const line = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

export function inquiryMail(tenant: Tenant, { name, program }: { name: string; program: string }): MailText {
  const [who, what] = [line(name), line(program)];
  if (inFrench(tenant))
    return {
      subject: 'Nous avons bien reçu votre demande',
      text: `Bonjour ${who},\n\nMerci de votre intérêt pour « ${what} ». Nous vous répondrons très vite.\n\n${tenant.name}`,
    };
  return {
    subject: 'We received your inquiry',
    text: `Hello ${who},\n\nThank you for your interest in “${what}”. We will get back to you soon.\n\n${tenant.name}`,
  };
}

/** Said before the link of a new applicant. */
export function applicationWelcome(tenant: Tenant, program: string): string {
  if (inFrench(tenant))
    return `Votre candidature pour « ${line(program)} » est enregistrée. Pour régler les frais d'inscription, il vous faut un mot de passe.\n\n`;
  return `Your application for “${line(program)}” has been received. To pay the set-up fee you need a password.\n\n`;
}

/** For an applicant who has an account already. */
export function signInMail(
  tenant: Tenant,
  { name, program, link }: { name: string; program: string; link: string },
): MailText {
  if (inFrench(tenant))
    return {
      subject: 'Connectez-vous pour continuer',
      text: `Bonjour ${line(name)},\n\nNous avons reçu une candidature pour « ${line(program)} » avec votre adresse. Connectez-vous pour continuer :\n${link}\n\nSi ce n'est pas vous, ignorez ce message.`,
    };
  return {
    subject: 'Sign in to continue',
    text: `Hello ${line(name)},\n\nWe received an application for “${line(program)}” with your address. Sign in to continue:\n${link}\n\nIf this was not you, ignore this message.`,
  };
}

export function welcomeMail(
  tenant: Tenant,
  { name, program, link }: { name: string; program: string; link: string },
): MailText {
  if (inFrench(tenant))
    return {
      subject: 'Vous êtes inscrit',
      text: `Bonjour ${line(name)},\n\nVos frais d'inscription pour « ${line(program)} » sont payés. Commencez par l'orientation :\n${link}`,
    };
  return {
    subject: 'You are enrolled',
    text: `Hello ${line(name)},\n\nYour set-up fee for “${line(program)}” is paid. Begin with the orientation:\n${link}`,
  };
}

export function paymentFailedMail(tenant: Tenant, { name, link }: { name: string; link: string }): MailText {
  if (inFrench(tenant))
    return {
      subject: 'Votre paiement a échoué',
      text: `Bonjour ${line(name)},\n\nVotre paiement hebdomadaire a échoué. Mettez votre carte à jour, sinon le pointage sera bloqué au bout d'une semaine :\n${link}`,
    };
  return {
    subject: 'Your payment failed',
    text: `Hello ${line(name)},\n\nYour weekly payment failed. Update your card, or the timeclock will be locked after a week:\n${link}`,
  };
}
