import { useLingui } from '@lingui/react/macro';
import { Notice } from '../../ui/notice.tsx';

/** Why signing in by a link or a provider failed, for the words that the server puts into the address. */
export function LoginError({ word }: { word: string }) {
  const { t } = useLingui();
  const texts: Record<string, string> = {
    Verification: t`This sign-in link was used or has expired. Ask for a new one.`,
    CredentialsSignin: t`E-mail or password is wrong.`,
    EmailSignin: t`This is not an e-mail address.`,
    OAuthAccountNotLinked: t`This address already has an account. Sign in the way you did before.`,
    SSO_REQUIRED: t`Your firm wants you to use its company sign-in, below.`,
    SSO_FAILED: t`Your company's sign-in did not work. Try again, or ask who looks after it.`,
  };
  return (
    <div className="mb-4">
      <Notice tone="danger">{texts[word] ?? t`Signing in did not work. Try again.`}</Notice>
    </div>
  );
}
