import { useLingui } from '@lingui/react/macro';
import type { ProofWays } from '@officina/contracts/identity';
import { startAuthentication } from '@simplewebauthn/browser';
import { Building2, KeyRound, Mail } from 'lucide-react';
import { useState } from 'react';
import { beginSso } from '../../lib/begin-sso.ts';
import { failureOf } from '../../lib/errors.ts';
import { describe } from '../../lib/failure-text.ts';
import { Form } from '../../lib/form/form.tsx';
import { FormField } from '../../lib/form/form-field.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { session } from '../../lib/session.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { askForLink } from '../account/ask-for-link.ts';

interface ProofDialogProps {
  ways: ProofWays;
  /** False when the person would rather not. */
  done: (proved: boolean) => void;
}

const here = () => location.pathname + location.search;

async function signByPasskey(): Promise<void> {
  const { options, challengeId } = await api.passkeys.beginAuthentication.mutate({});
  const response = { ...(await startAuthentication({ optionsJSON: options })) };
  await api.identity.proveByPasskey.mutate({ challengeId, response });
}

/** Password or passkey again; who has neither signs in anew, by the firm's provider or a mailed link. */
export function ProofDialog({ ways, done }: ProofDialogProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ tone: 'danger' | 'info'; text: string } | null>(null);
  const { provider, passkey, password } = ways;
  const attempt = async (run: () => Promise<unknown>) => {
    setBusy(true);
    setSaid(null);
    try {
      await run();
    } catch (error) {
      const cancelled = error instanceof Error && /^(NotAllowed|Abort)Error$/.test(error.name);
      if (!cancelled) setSaid({ tone: 'danger', text: describe(failureOf(error)) });
    } finally {
      setBusy(false);
    }
  };
  const mailLink = () =>
    attempt(async () => {
      await askForLink(session()?.user.email ?? '', here());
      setSaid({ tone: 'info', text: t`A link is on its way. Open it in this browser, then try again.` });
    });
  return (
    <Dialog
      title={t`Confirm that it is you`}
      description={t`This change is a sensitive one. After this you are not asked again for half an hour.`}
      size="sm"
      onClose={() => done(false)}
    >
      <div className="flex flex-col gap-3">
        {password && <PasswordForm done={done} />}
        {passkey && (
          <Button
            variant={password ? undefined : 'primary'}
            icon={<KeyRound aria-hidden className="size-4" />}
            busy={busy}
            onClick={() => void attempt(() => signByPasskey().then(() => done(true)))}
          >
            {t`Use a passkey`}
          </Button>
        )}
        {provider && (
          <Button
            icon={<Building2 aria-hidden className="size-4" />}
            busy={busy}
            onClick={() => void attempt(() => beginSso(provider, here()))}
          >
            {t`Sign in again with ${provider.name}`}
          </Button>
        )}
        {!password && !passkey && !provider && (
          <Button
            icon={<Mail aria-hidden className="size-4" />}
            busy={busy}
            onClick={() => void mailLink()}
          >{t`Mail me a link`}</Button>
        )}
        {said && <Notice tone={said.tone}>{said.text}</Notice>}
      </div>
    </Dialog>
  );
}

function PasswordForm({ done }: Pick<ProofDialogProps, 'done'>) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { password: '' },
    submit: (values) => api.identity.proveByPassword.mutate(values),
    done: () => done(true),
    guard: false,
  });
  return (
    <Form form={form} submitLabel={t`Confirm`} wide>
      <FormField name="password" label={t`Password`} required>
        {(bound) => <PasswordInput {...bound} autoComplete="current-password" />}
      </FormField>
    </Form>
  );
}
