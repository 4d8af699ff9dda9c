import { useLingui } from '@lingui/react/macro';
import { MailWarning } from 'lucide-react';
import { useSession } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';

/** Reminds of the confirmation mail until its link was opened. */
export function UnconfirmedEmail() {
  const { t } = useLingui();
  const { user } = useSession();
  const { act, pending } = useAct();
  if (user.emailVerified) return null;
  const send = () =>
    act({
      run: () => api.identity.resendVerification.mutate({}),
      done: t`Mail sent to ${user.email}`,
    });
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-panel bg-warning-soft px-4 py-2.5 text-warning">
      <MailWarning aria-hidden className="size-4.5 shrink-0" />
      <p className="min-w-48 flex-1">{t`Your e-mail address is not confirmed yet. Open the link that we sent you.`}</p>
      <Button size="sm" busy={pending} onClick={() => void send()}>
        {t`Send the mail again`}
      </Button>
    </div>
  );
}
