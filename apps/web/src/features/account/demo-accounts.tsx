import { useLingui } from '@lingui/react/macro';
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
      <div className="mt-2">
        {[...tenants].map(([tenant, people], i) => (
          // One firm is open at a time: together they would be longer than the page.
          <details key={tenant} name="demo-firm" open={i === 0} className="group/firm">
            <summary className="flex cursor-pointer list-none items-center gap-2 rounded-control px-2 py-1.5 text-sm -outline-offset-2 hover:bg-hover">
              <span
                aria-hidden
                className="mx-1 size-1.5 rotate-45 border-ink-faint border-e border-t group-open/firm:rotate-135 rtl:-rotate-45 rtl:group-open/firm:-rotate-135"
              />
              <span className="font-medium">{tenant}</span>
              <span className="tabular ms-auto text-ink-faint text-xs">{people.length}</span>
            </summary>
            <div className="grid pb-2 sm:grid-cols-2">
              {people.map((account) => (
                <button
                  key={account.email}
                  type="button"
                  disabled={busy}
                  onClick={() => enter(account.email, account.password)}
                  className="flex min-w-0 items-center gap-2.5 rounded-control px-2 py-1.5 text-start -outline-offset-2 hover:bg-hover disabled:opacity-50"
                >
                  <Avatar name={account.label} />
                  <span className="min-w-0 flex-1 leading-tight">
                    <span className="block truncate font-medium text-sm">{account.label}</span>
                    <span className="block truncate text-ink-faint text-xs">{account.email}</span>
                  </span>
                </button>
              ))}
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}
