import { useLingui } from '@lingui/react/macro';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { signIn } from '../../lib/auth.ts';
import { demo } from '../../lib/session.ts';
import { toastFailure } from '../../lib/toast.ts';
import { Avatar } from '../../ui/avatar.tsx';

/** In demo mode: one press signs in as any of the invented people. */
export function DemoAccounts({ next }: { next: string | undefined }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const accounts = demo()?.accounts;
  if (!accounts?.length) return null;
  const tenants = Map.groupBy(accounts, (account) => account.tenant);
  const enter = (email: string, password: string) => {
    setBusy(true);
    signIn(email, password, next)
      .catch(toastFailure)
      .finally(() => setBusy(false));
  };
  return (
    <section aria-labelledby="demo-title" className="mt-8">
      <h2
        id="demo-title"
        className="flex items-center gap-3 text-ink-faint text-xs after:h-px after:flex-1 after:bg-line"
      >
        {t`Or look around as`}
      </h2>
      <div className="mt-2 max-h-72 overflow-y-auto [scrollbar-width:thin]">
        {[...tenants].map(([tenant, people]) => (
          <div key={tenant} className="mt-2">
            {tenants.size > 1 && <h3 className="px-2 text-ink-faint text-xs">{tenant}</h3>}
            {people.map((account) => (
              <button
                key={account.email}
                type="button"
                disabled={busy}
                onClick={() => enter(account.email, account.password)}
                className="group flex w-full items-center gap-3 rounded-control px-2 py-1.5 text-start -outline-offset-2 hover:bg-hover disabled:opacity-50"
              >
                <Avatar name={account.label} />
                <span className="min-w-0 flex-1 leading-tight">
                  <span className="block truncate font-medium text-sm">{account.label}</span>
                  <span className="block truncate text-ink-faint text-xs">{account.email}</span>
                </span>
                <ArrowRight
                  aria-hidden
                  className="flip-rtl size-4 text-ink-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
                />
              </button>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
