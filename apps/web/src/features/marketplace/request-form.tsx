import { useLingui } from '@lingui/react/macro';
import { DELIVERY_MODES, TIMEFRAMES } from '@officina/contracts/portal';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { CheckboxField, SelectField } from '../../lib/form/fields.tsx';
import { Form } from '../../lib/form/form.tsx';
import { Honeypot } from '../../lib/form/honeypot.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { postPublic } from '../../lib/public-api.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { useCatalogue } from './use-catalogue.ts';

const route = getRouteApi('/request-scope');
const LONGEST_NOTE = 140;

/** Who asks, for what, and when. What was typed stays whatever the server answers. */
export function RequestForm() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = useNavigate();
  const services = useCatalogue().data ?? [];
  const { timeframes, modes } = usePortalWords();
  const form = useAppForm({
    defaults: {
      organization: '',
      role: '',
      serviceSlug: search.service ?? '',
      timeframe: '',
      email: '',
      note: search.note?.slice(0, LONGEST_NOTE) ?? '',
      mode: DELIVERY_MODES.find((mode) => mode === search.mode) ?? '',
      website: '',
      consent: false,
    },
    guard: false,
    submit: (values) => postPublic<{ id: string }>('inquiry', values),
    done: ({ id }) => navigate({ to: '/request-scope/confirm', search: { id } }),
  });
  const note = useWatch({ control: form.methods.control, name: 'note' });
  return (
    <Form form={form} submitLabel={t`Send the request`}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="organization"
          label={t`Organisation`}
          maxLength={200}
          autoComplete="organization"
          required
        />
        <TextField
          name="role"
          label={t`Your role`}
          maxLength={120}
          autoComplete="organization-title"
          required
        />
        <TextField
          name="email"
          label={t`Work e-mail`}
          type="email"
          maxLength={254}
          autoComplete="email"
          required
        />
        <SelectField
          name="serviceSlug"
          label={t({ context: 'catalogue', message: 'Service' })}
          placeholder={t`Choose`}
          options={services.map(({ slug, title }) => ({ value: slug, label: title }))}
          required
        />
        <SelectField
          name="timeframe"
          label={t`When`}
          placeholder={t`Choose`}
          options={TIMEFRAMES.map((value) => ({ value, label: timeframes[value] }))}
          required
        />
        <SelectField
          name="mode"
          label={t`How`}
          placeholder={t`No preference`}
          options={DELIVERY_MODES.map((value) => ({ value, label: modes[value] }))}
        />
        <TextareaField
          name="note"
          label={t`In a few words`}
          className="sm:col-span-2"
          rows={3}
          maxLength={LONGEST_NOTE}
          aside={
            <span className="tabular">
              {note.length}/{LONGEST_NOTE}
            </span>
          }
        />
      </div>
      <Honeypot name="website" />
      <CheckboxField
        name="consent"
        label={t`You may use these details to answer this request.`}
        description={t`Nothing else is done with them.`}
      />
    </Form>
  );
}
