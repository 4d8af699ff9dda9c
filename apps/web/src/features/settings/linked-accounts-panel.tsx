import { useLingui } from '@lingui/react/macro';
import { OAUTH_NAMES, type OAuthAccountView } from '@officina/contracts/oauth';
import { useQuery } from '@tanstack/react-query';
import { ago, dateTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OAuthMark } from '../../ui/oauth-mark.tsx';
import { Panel } from '../../ui/panel.tsx';

const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.oauth.accounts.queryKey() });

/** Why a link was not made: a word that the server puts into the address. */
const failureWord = () => new URLSearchParams(location.search).get('error');

/** Accounts elsewhere with which the person signs in; nothing where this installation is registered nowhere. */
export function LinkedAccountsPanel() {
  const { t } = useLingui();
  const query = useQuery(trpc.oauth.accounts.queryOptions({}));
  const failure = failureWord();
  if (!query.data?.items.length) return null;
  return (
    <Panel title={t`Sign in with another account`} flush>
      {failure && (
        <div className="px-4 pb-3">
          <Notice tone="danger">
            {failure === 'OAuthAccountNotLinked'
              ? t`That account signs somebody else in already.`
              : t`The account was not linked. Try again.`}
          </Notice>
        </div>
      )}
      <ul>
        {query.data.items.map((account) => (
          <Account key={account.provider} account={account} />
        ))}
      </ul>
    </Panel>
  );
}

function Account({ account: { provider, linked } }: { account: OAuthAccountView }) {
  const { t } = useLingui();
  const confirm = useConfirm();
  const { act, pending } = useAct();
  const name = OAUTH_NAMES[provider];
  const link = () =>
    act({ run: async () => location.assign((await api.oauth.beginLink.mutate({ provider })).url) });
  const unlink = async () => {
    const sure = await confirm({
      title: t`Remove ${name}?`,
      text: t`Nobody can sign in with it any more. Your other ways to sign in stay.`,
      confirm: t`Remove`,
      danger: true,
    });
    if (!sure) return;
    await act({
      run: () => api.oauth.unlink.mutate({ provider }),
      done: t`${name} removed`,
      settled: refresh,
    });
  };
  return (
    <li className="flex items-center gap-3 border-b px-4 py-2.5 last:border-b-0">
      <OAuthMark provider={provider} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{linked?.email ? `${name} · ${linked.email}` : name}</p>
        <p className="text-ink-muted text-sm">
          {linked ? (
            <>
              <time dateTime={linked.createdAt} title={dateTime(linked.createdAt)}>
                {t`linked ${ago(linked.createdAt)}`}
              </time>
              {' · '}
              {linked.lastUsedAt ? t`last signed in ${ago(linked.lastUsedAt)}` : t`no sign-in yet`}
            </>
          ) : (
            t`Not linked`
          )}
        </p>
      </div>
      <Button size="sm" busy={pending} onClick={() => void (linked ? unlink() : link())}>
        {linked ? t`Remove` : t`Link`}
      </Button>
    </li>
  );
}
