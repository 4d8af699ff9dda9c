import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Building2, KeyRound, Mail } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { safeNext } from '../../lib/safe-next.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TEXT_LINK } from './account-layout.tsx';
import { askForLink } from './ask-for-link.ts';
import type { OfferedProvider } from './oauth-buttons.tsx';

const BackupCodeForm = lazy(() =>
  import('./backup-code-form.tsx').then((module) => ({ default: module.BackupCodeForm })),
);

const OAuthButtons = lazy(() =>
  import('./oauth-buttons.tsx').then((module) => ({ default: module.OAuthButtons })),
);

const isOAuth = ({ type }: { type: string }) => type === 'oauth';

/** The providers that this installation is registered at; none where they cannot be asked for. */
async function offeredProviders(): Promise<OfferedProvider[]> {
  const answer = await fetch('/api/auth/providers').catch(() => null);
  const known: Record<string, OfferedProvider & { type: string }> = answer?.ok ? await answer.json() : {};
  return Object.values(known).filter(isOAuth);
}

const emailField = () => document.querySelector<HTMLInputElement>('#main input[name=email]');

/** Signing in without the password: a mailed link, a passkey, the firm's own provider, a backup code. The address is that of the form above. */
export function OtherWays({ next }: { next: string | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [busy, setBusy] = useState<'link' | 'passkey' | 'firm' | null>(null);
  const [failure, setFailure] = useState('');
  const [code, setCode] = useState(false);
  const [offered, setOffered] = useState<OfferedProvider[]>([]);
  const goOn = () => location.assign(safeNext(next));

  const say = async (error: unknown) => {
    const [{ describe }, { wasCancelled }] = await Promise.all([
      import('../../lib/failure-text.ts'),
      import('./passkey-sign-in.ts'),
    ]);
    if (!wasCancelled(error)) setFailure(describe(failureOf(error)));
  };
  const attempt = async (way: 'link' | 'passkey' | 'firm', run: () => Promise<unknown>) => {
    setBusy(way);
    setFailure('');
    try {
      await run();
    } catch (error) {
      await say(error);
      setBusy(null);
    }
  };
  const sendLink = () => {
    const field = emailField();
    if (!field?.reportValidity()) return;
    void attempt('link', async () => {
      await askForLink(field.value, next);
      await navigate({ to: '/login/check-mail' });
    });
  };
  const enterByFirm = () => {
    const field = emailField();
    if (!field?.reportValidity()) return;
    void attempt('firm', async () => {
      const { firmSignIn } = await import('./firm-sign-in.ts');
      if (await firmSignIn(field.value, next)) return;
      setFailure(t`No company sign-in is set up for this address.`);
      setBusy(null);
    });
  };
  const enterByPasskey = () =>
    attempt('passkey', async () => {
      const { signInByPasskey } = await import('./passkey-sign-in.ts');
      await signInByPasskey();
      goOn();
    });

  useEffect(() => void offeredProviders().then(setOffered), []);
  useEffect(() => {
    let stop = () => {};
    let left = false;
    void import('./passkey-sign-in.ts').then((passkey) => {
      if (left) return;
      stop = passkey.stopAutofill;
      // Nobody asked for it: a failure is not worth a word.
      passkey.passkeyByAutofill().then(
        () => location.assign(safeNext(next)),
        () => {},
      );
    });
    return () => {
      left = true;
      stop();
    };
  }, [next]);

  return (
    <div className="mt-3 flex flex-col gap-3">
      <div className="grid gap-2 sm:grid-cols-2">
        <Button icon={<Mail aria-hidden className="size-4" />} busy={busy === 'link'} onClick={sendLink}>
          {t`Mail me a link`}
        </Button>
        <Button
          icon={<KeyRound aria-hidden className="size-4" />}
          busy={busy === 'passkey'}
          onClick={() => void enterByPasskey()}
        >
          {t`Use a passkey`}
        </Button>
        <Button
          className="sm:col-span-2"
          icon={<Building2 aria-hidden className="size-4" />}
          busy={busy === 'firm'}
          onClick={enterByFirm}
        >
          {t`Company sign-in (SSO)`}
        </Button>
        {offered.length > 0 && (
          <Suspense>
            <OAuthButtons offered={offered} next={next} failed={(error) => void say(error)} />
          </Suspense>
        )}
      </div>
      {failure && <Notice tone="danger">{failure}</Notice>}
      {code ? (
        <Suspense>
          <BackupCodeForm email={emailField()?.value ?? ''} done={goOn} />
        </Suspense>
      ) : (
        <button type="button" className={`${TEXT_LINK} self-start text-sm`} onClick={() => setCode(true)}>
          {t`Use a backup code`}
        </button>
      )}
    </div>
  );
}
