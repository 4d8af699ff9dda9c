/** What a mail says, by the reader's language: French or English. */
interface MailText {
  subject: string;
  text: string;
}

interface Reader {
  name: string;
  /** BCP 47. */
  locale: string;
}

const isFrench = (locale: string): boolean => /^fr\b/i.test(locale);

export function verificationMail({ name, locale }: Reader, link: string): MailText {
  if (isFrench(locale)) {
    return {
      subject: 'Confirmez votre adresse e-mail',
      text: `Bonjour ${name},\n\nConfirmez votre adresse e-mail en ouvrant ce lien dans les 24 heures :\n${link}\n\nSi vous n'avez pas créé ce compte, ignorez ce message.`,
    };
  }
  return {
    subject: 'Verify your email address',
    text: `Hello ${name},\n\nConfirm your email address by opening this link within 24 hours:\n${link}\n\nIf you did not create this account, ignore this message.`,
  };
}

export function signInMail({ name, locale }: Reader, link: string): MailText {
  const named = name && ` ${name}`;
  if (isFrench(locale)) {
    return {
      subject: 'Votre lien de connexion',
      text: `Bonjour${named},\n\nConnectez-vous en ouvrant ce lien dans les 15 minutes :\n${link}\n\nSi vous n'avez rien demandé, ignorez ce message.`,
    };
  }
  return {
    subject: 'Your sign-in link',
    text: `Hello${named},\n\nSign in by opening this link within 15 minutes:\n${link}\n\nIf you did not ask for this, ignore this message.`,
  };
}

export function resetMail({ name, locale }: Reader, link: string): MailText {
  if (isFrench(locale)) {
    return {
      subject: 'Choisissez un nouveau mot de passe',
      text: `Bonjour ${name},\n\nChoisissez un nouveau mot de passe en ouvrant ce lien dans l'heure :\n${link}\n\nSi vous n'avez rien demandé, ignorez ce message : votre mot de passe reste le même.`,
    };
  }
  return {
    subject: 'Reset your password',
    text: `Hello ${name},\n\nChoose a new password by opening this link within an hour:\n${link}\n\nIf you did not ask for this, ignore this message: your password stays as it is.`,
  };
}

export function setPasswordMail({ name, locale }: Reader, link: string, welcome: string): MailText {
  if (isFrench(locale)) {
    return {
      subject: 'Choisissez votre mot de passe',
      text: `Bonjour ${name},\n\n${welcome}Choisissez votre mot de passe en ouvrant ce lien dans les 72 heures :\n${link}\n\nSi vous n'avez rien demandé, ignorez ce message.`,
    };
  }
  return {
    subject: 'Set your password',
    text: `Hello ${name},\n\n${welcome}Set your password by opening this link within 72 hours:\n${link}\n\nIf you did not ask for this, ignore this message.`,
  };
}
