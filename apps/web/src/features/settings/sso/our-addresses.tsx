import { useLingui } from '@lingui/react/macro';
import type { IdpKind, IdpView } from '@officina/contracts/sso';
import { Panel } from '../../../ui/panel.tsx';
import { Copyable } from '../shown-once.tsx';

interface OurAddressesProps {
  kind: IdpKind;
  ours: Omit<IdpView['ours'], 'metadata'> & { metadata?: string };
}

/** What has to be entered at the provider, to copy. */
export function OurAddresses({ kind, ours }: OurAddressesProps) {
  const { t } = useLingui();
  const rows =
    kind === 'saml'
      ? [
          { label: t`Entity id (audience)`, value: ours.entityId },
          { label: t`Assertion consumer service (ACS, reply URL)`, value: ours.acs },
          { label: t`Our metadata, with all of this`, value: ours.metadata ?? '' },
        ]
      : [{ label: t`Redirect URL`, value: ours.redirectUri }];
  return (
    <Panel title={t`Enter this at your provider`}>
      <dl className="flex flex-col gap-3">
        {rows
          .filter(({ value }) => value)
          .map(({ label, value }) => (
            <div key={label} className="flex flex-col gap-1">
              <dt className="font-medium text-sm">{label}</dt>
              <dd>
                <Copyable text={value} />
              </dd>
            </div>
          ))}
      </dl>
      <p className="mt-3 text-ink-muted text-sm">
        {kind === 'saml'
          ? t`The provider must sign its assertions with SHA-256 and tell the e-mail address, as an attribute or as the name id.`
          : t`Register a web application with a client secret, and allow the scopes openid, email and profile.`}
      </p>
    </Panel>
  );
}
