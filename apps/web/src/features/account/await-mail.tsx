import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { can, demo } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LinkedText } from '../outbox/linked-text.tsx';

/** Between two mails, so that the first has time to arrive. */
const PAUSE_SECONDS = 30;

/** Seconds until something may be done again; `begin` starts anew. */
function useCountdown(seconds: number): [left: number, begin: () => void] {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, () => setLeft(seconds)];
}

/** What somebody sees until they have opened the link that was mailed to them. */
export function AwaitMail({ email }: { email: string }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const [left, begin] = useCountdown(PAUSE_SECONDS);
  const send = () =>
    act({
      run: () => api.identity.resendVerification.mutate({}),
      done: t`Mail sent to ${email}`,
      settled: begin,
    });
  return (
    <>
      <Notice tone="info">{t`We sent a link to ${email}. Open it to go on; it works for a day.`}</Notice>
      <Button busy={pending} disabled={left > 0} onClick={() => void send()}>
        {left > 0 ? t`Send again in ${left} s` : t`Send the mail again`}
      </Button>
      {demo() && can('outbox.read') && <DemoMail email={email} />}
    </>
  );
}

/** In demo mode no mail leaves the house: here is what it says. */
function DemoMail({ email }: { email: string }) {
  const { t } = useLingui();
  const mails = useQuery({
    ...trpc.messaging.outbox.queryOptions({ to: email, limit: 1 }),
    refetchInterval: 5000,
  });
  const text = mails.data?.items[0]?.text;
  if (!text) return null;
  return (
    <section className="rounded-panel border border-line p-4">
      <h2 className="mb-2 text-ink-faint text-xs">{t`Demo: this is the mail`}</h2>
      <p className="whitespace-pre-line break-words text-sm">
        <LinkedText text={text} />
      </p>
    </section>
  );
}
