import { useLingui } from '@lingui/react/macro';
import type { TrialCheck, TrialStep } from '@officina/contracts/sso';
import { Check, X } from 'lucide-react';

/** What was checked of a sign-in, in its order, down to where it failed. */
export function TrialSteps({ steps }: { steps: readonly TrialStep[] }) {
  const { t } = useLingui();
  const words: Record<TrialCheck, string> = {
    begin: t`The provider could be reached`,
    answer: t`It sent an answer that can be read`,
    status: t`It let the person in`,
    shape: t`One signed assertion, in its place`,
    destination: t`The answer is to our request, at our address`,
    signature: t`The signature is of the certificate`,
    issuer: t`The issuer is the provider`,
    recipient: t`The assertion is for our address`,
    time: t`It is valid now`,
    audience: t`The audience is our entity id`,
    token: t`The code was exchanged and the ID token verified`,
    identity: t`The ID token is signed in a way that is taken`,
    person: t`Somebody is named`,
    account: t`The address is of a proved domain, and may come in`,
    role: t`The role they would have`,
  };
  return (
    <ol className="flex flex-col gap-2" aria-label={t`What the trial found`}>
      {steps.map(({ check, ok, detail }) => {
        const Icon = ok ? Check : X;
        return (
          <li key={check} className="flex items-start gap-2.5 text-sm">
            <Icon
              aria-label={ok ? t`Passed` : t`Failed`}
              className={`mt-0.5 size-4 shrink-0 ${ok ? 'text-success' : 'text-danger'}`}
              strokeWidth={2.5}
            />
            <span className="min-w-0">
              <span className={ok ? '' : 'font-medium text-danger'}>{words[check]}</span>
              {detail && (
                <span dir="auto" className="block break-words text-ink-muted">
                  {detail}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
