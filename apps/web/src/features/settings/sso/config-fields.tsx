import { useLingui } from '@lingui/react/macro';
import type { IdpKind, IdpMetadata, IdpView } from '@officina/contracts/sso';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { failureOf, fieldErrors } from '../../../lib/errors.ts';
import { CheckboxField, SelectField } from '../../../lib/form/fields.tsx';
import { FormField } from '../../../lib/form/form-field.tsx';
import { TextareaField, TextField } from '../../../lib/form/text-fields.tsx';
import { api } from '../../../trpc.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PasswordInput } from '../../../ui/password-input.tsx';

/** What the provider says of itself, of both kinds: a form shows those of one. */
export const EMPTY_CONFIG = {
  entityId: '',
  ssoUrl: '',
  certificate: '',
  binding: 'redirect' as 'redirect' | 'post',
  signRequests: false,
  issuer: '',
  clientId: '',
  clientSecret: '',
};
export type ConfigValues = typeof EMPTY_CONFIG;

/** The fields of one kind, as the server takes them; an empty secret leaves the kept one alone. */
export function configInput(kind: IdpKind, values: ConfigValues): Record<string, unknown> {
  const { issuer, clientId, clientSecret, ...saml } = values;
  if (kind === 'saml') return saml;
  return { issuer, clientId, ...(clientSecret && { clientSecret }) };
}

export const configValues = (config: IdpView['config']): ConfigValues => ({ ...EMPTY_CONFIG, ...config });

export function ConfigFields({ kind, secretKept = false }: { kind: IdpKind; secretKept?: boolean }) {
  const { t } = useLingui();
  if (kind === 'saml')
    return (
      <>
        <ReadMetadata />
        <TextField name="config.entityId" label={t`Entity id of the provider`} dir="ltr" required />
        <TextField name="config.ssoUrl" label={t`Sign-in address`} type="url" dir="ltr" required />
        <TextareaField
          name="config.certificate"
          label={t`Certificate (PEM)`}
          hint={t`Several below each other while the provider changes its own.`}
          rows={4}
          dir="ltr"
          className="font-mono text-xs"
          required
        />
        <SelectField
          name="config.binding"
          label={t`How our request gets there`}
          options={[
            { value: 'redirect', label: t`By redirect` },
            { value: 'post', label: t`By a posted form` },
          ]}
          required
        />
        <CheckboxField name="config.signRequests" label={t`Sign our requests`} />
      </>
    );
  return (
    <>
      <TextField
        name="config.issuer"
        label={t`Issuer`}
        hint={t`The address under which the provider publishes /.well-known/openid-configuration.`}
        type="url"
        dir="ltr"
        required
      />
      <TextField name="config.clientId" label={t`Client id`} dir="ltr" required />
      <FormField
        name="config.clientSecret"
        label={t`Client secret`}
        hint={secretKept ? t`Empty: the one that is kept stays.` : undefined}
        required={!secretKept}
      >
        {(bound) => <PasswordInput {...bound} autoComplete="off" />}
      </FormField>
    </>
  );
}

/** Fills the fields from the provider's metadata: pasted, from a file, or by their address. */
function ReadMetadata() {
  const { t } = useLingui();
  const { setValue } = useFormContext();
  const [source, setSource] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ tone: 'danger' | 'success'; text: string } | null>(null);
  const read = async (text: string) => {
    setBusy(true);
    setSaid(null);
    try {
      const found: IdpMetadata = await api.sso.readMetadata.mutate({ source: text });
      for (const [name, value] of Object.entries(found))
        setValue(`config.${name}`, value, { shouldDirty: true });
      setSaid({ tone: 'success', text: t`The fields below are filled in.` });
    } catch (error) {
      const failure = failureOf(error);
      setSaid({ tone: 'danger', text: fieldErrors(failure)[0]?.message ?? failure.message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-2 rounded-control border bg-sunken p-3">
      <label htmlFor="sso-metadata" className="font-medium text-sm">
        {t`Metadata of the provider`}
      </label>
      <textarea
        id="sso-metadata"
        dir="ltr"
        rows={3}
        value={source}
        onChange={(event) => setSource(event.target.value)}
        placeholder="https://… or <EntityDescriptor …>"
        className="rounded-control border border-line-control bg-surface px-3 py-2 font-mono text-xs"
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" busy={busy} disabled={!source.trim()} onClick={() => void read(source)}>
          {t`Fill in from metadata`}
        </Button>
        <label className="cursor-pointer text-accent-ink text-sm underline-offset-2 focus-within:underline hover:underline">
          {t`or take a file`}
          <input
            type="file"
            accept=".xml,application/xml,text/xml"
            className="sr-only"
            onChange={(event) => void event.target.files?.[0]?.text().then(read)}
          />
        </label>
      </div>
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
    </div>
  );
}
