import { useLingui } from '@lingui/react/macro';
import { Notice } from '../../ui/notice.tsx';

/** Why somebody has to sign in again: what failed, by the words that the server puts into the address, or a session's end. */
export function LoginError({ word }: { word: string }) {
  const { t } = useLingui();
  const texts: Record<string, string> = {
    Verification: t`This sign-in link was used or has expired. Ask for a new one.`,
    CredentialsSignin: t`E-mail or password is wrong.`,
    EmailSignin: t`This is not an e-mail address.`,
    OAuthAccountNotLinked: t`This address already has an account, or was not proved by the provider. Sign in the way you did before; under Settings, Security you can link the two.`,
    OAuthCreateAccount: t`Nobody has an account with this address yet. Open one, or ask for an invitation.`,
    AccessDenied: t`You were not signed in: it was cancelled, or this account may enter nowhere.`,
    OAuthSignin: t`This provider does not answer. Try again, or sign in another way.`,
    OAuthCallback: t`This took too long or was begun elsewhere. Try again.`,
    SSO_REQUIRED: t`Your firm wants you to use its company sign-in, below.`,
    SSO_FAILED: t`Your company's sign-in did not work. Try again, or ask who looks after it.`,
  };
  if (word === 'SessionEnded')
    return (
      <div className="mb-4">
        <Notice tone="info">{t`You were signed out meanwhile. Sign in to go on where you were.`}</Notice>
      </div>
    );
  return (
    <div className="mb-4">
      <Notice tone="danger">{texts[word] ?? t`Signing in did not work. Try again.`}</Notice>
    </div>
  );
}
