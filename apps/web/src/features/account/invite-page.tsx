import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { openSession } from '../../lib/auth.ts';
import { failureOf } from '../../lib/errors.ts';
import { describe } from '../../lib/failure-text.ts';
import { Form } from '../../lib/form/form.tsx';
import { FormField } from '../../lib/form/form-field.tsx';
import { PasswordField } from '../../lib/form/password-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { session } from '../../lib/session.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { api, trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { AccountLayout } from './account-layout.tsx';

const route = getRouteApi('/invite/$token');

export function InvitePage() {
  return (
    <DataProvider>
      <Invitation />
    </DataProvider>
  );
}

function Invitation() {
  const { t } = useLingui();
  const { token } = route.useParams();
  const invitation = useQuery(trpc.tenancy.invitation.queryOptions({ token }));
  if (invitation.data) return <Accept token={token} invitation={invitation.data} />;
  return (
    <AccountLayout title={t`Invitation`}>
      {invitation.error ? (
        <Notice tone="danger">{describe(failureOf(invitation.error))}</Notice>
      ) : (
        <SkeletonText lines={4} />
      )}
    </AccountLayout>
  );
}

interface AcceptProps {
  token: string;
  invitation: { email: string; tenantName: string; organization: string | null; userExists: boolean };
}

function Accept({ token, invitation }: AcceptProps) {
  const { t } = useLingui();
  const { email, tenantName, organization, userExists } = invitation;
  const signedIn = session()?.user.email === email;
  const form = useAppForm({
    defaults: { name: '', password: '' },
    submit: async ({ name, password }) => {
      const proof = signedIn ? {} : userExists ? { password } : { name, password };
      const { tenant } = await api.tenancy.acceptInvitation.mutate({ token, ...proof });
      if (!signedIn) await openSession(email, password);
      // A session starts in the firm that was used last.
      if (userExists) await api.identity.switchTenant.mutate({ tenantId: tenant.id });
    },
    done: () => location.assign('/'),
    guard: false,
  });
  return (
    <AccountLayout
      title={t`Join ${tenantName}`}
      intro={
        organization ? t`You are invited as ${email}, for ${organization}.` : t`You are invited as ${email}.`
      }
    >
      <Form form={form} submitLabel={t`Join`} wide>
        {signedIn ? (
          <p className="text-ink-muted">{t`You are signed in with this address.`}</p>
        ) : userExists ? (
          <>
            <p className="text-ink-muted">{t`You already have an account with this address. Join with its password.`}</p>
            <FormField name="password" label={t`Password`} required>
              {(bound) => <PasswordInput {...bound} autoFocus />}
            </FormField>
          </>
        ) : (
          <>
            <TextField name="name" label={t`Your name`} autoComplete="name" autoFocus required />
            <PasswordField name="password" label={t`Choose a password`} required />
          </>
        )}
      </Form>
    </AccountLayout>
  );
}
