import { useLingui } from '@lingui/react/macro';
import type { OAuthProvider } from '@officina/contracts/oauth';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { OAuthMark } from '../../ui/oauth-mark.tsx';
import { postSignIn } from './post-sign-in.ts';

/** What the server tells of a provider that this installation is registered at. */
export interface OfferedProvider {
  id: OAuthProvider;
  name: string;
  signinUrl: string;
}

interface OAuthButtonsProps {
  offered: readonly OfferedProvider[];
  next: string | undefined;
  /** Called with what went wrong. */
  failed: (error: unknown) => void;
}

/** Signing in with an account that people have anyway. */
export function OAuthButtons({ offered, next, failed }: OAuthButtonsProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState<OAuthProvider | null>(null);
  const goTo = async ({ id, signinUrl }: OfferedProvider) => {
    setBusy(id);
    try {
      // The provider sends people back to the installation's own address, so they leave from there too.
      const elsewhere = new URL(signinUrl).origin !== location.origin;
      location.assign(elsewhere ? signinUrl : await postSignIn(id, { callbackUrl: next }));
    } catch (error) {
      failed(error);
      setBusy(null);
    }
  };
  return offered.map((provider) => (
    <Button
      key={provider.id}
      className={offered.length === 1 ? 'sm:col-span-2' : undefined}
      icon={<OAuthMark provider={provider.id} />}
      busy={busy === provider.id}
      onClick={() => void goTo(provider)}
    >
      {t`Continue with ${provider.name}`}
    </Button>
  ));
}
