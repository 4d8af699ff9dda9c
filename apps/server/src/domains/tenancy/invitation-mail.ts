export interface Invited {
  tenantName: string;
  invitedBy: string;
  /** The client organisation for which they are invited; null for a colleague. */
  organization: string | null;
  /** BCP 47, of the tenant: the invited person's own is not known yet. */
  locale: string;
}

/** The mail of an invitation, in French or English. */
export function invitationMail(
  { tenantName, invitedBy, organization, locale }: Invited,
  link: string,
): { subject: string; text: string } {
  if (/^fr\b/i.test(locale)) {
    const whose = organization ? ` pour ${organization}` : '';
    return {
      subject: `Invitation à rejoindre ${tenantName}`,
      text: `Bonjour,\n\n${invitedBy} vous invite à rejoindre ${tenantName}${whose}. Ouvrez ce lien dans les sept jours :\n${link}\n\nSi cette invitation ne vous dit rien, ignorez ce message.`,
    };
  }
  const whose = organization ? ` for ${organization}` : '';
  return {
    subject: `Invitation to join ${tenantName}`,
    text: `Hello,\n\n${invitedBy} invites you to join ${tenantName}${whose}. Open this link within seven days:\n${link}\n\nIf this invitation means nothing to you, ignore this message.`,
  };
}
