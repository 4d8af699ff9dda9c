import { useLingui } from '@lingui/react/macro';
import {
  AVAILABILITIES,
  ENGAGEMENT_MODES,
  RATE_BANDS,
  SENIORITIES,
  TALENT_DOMAINS,
  TALENT_LANGUAGES,
  TALENT_ROLES,
} from '@officina/contracts/talent';
import { CheckboxField, SelectField } from '../../lib/form/fields.tsx';
import { Form } from '../../lib/form/form.tsx';
import { Honeypot } from '../../lib/form/honeypot.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { postPublic } from '../../lib/public-api.ts';
import { roleName, useTalentWords } from '../../shell/talent/words.ts';
import { Panel } from '../../ui/panel.tsx';
import { ChipsField } from './chips-field.tsx';
import { missingFields } from './missing-fields.ts';
import { RolesField } from './roles-field.tsx';

const EMPTY = {
  fullName: '',
  email: '',
  locationTimezone: '',
  linkedInUrl: '',
  primaryRole: '',
  secondaryRoles: [] as string[],
  domains: [] as string[],
  seniority: '',
  availabilityWindow: '',
  engagementModes: [] as string[],
  languages: [] as string[],
  rateBand: '',
  consent: false,
  honeypot: '',
};
export type SignalValues = typeof EMPTY;

/** What an expert does, when they are free and on which terms. */
export function SignalForm({ onSent }: { onSent: (values: SignalValues) => void }) {
  const { t, i18n } = useLingui();
  const words = useTalentWords();
  const form = useAppForm({
    defaults: EMPTY,
    guard: false,
    draft: 'partners',
    submit: async (values) => {
      missingFields(values);
      await postPublic('partners/signal', { ...values, locale: i18n.locale });
    },
    done: (_, values) => onSent(values),
  });
  const chips = (list: readonly string[], labels: Record<string, string>) =>
    list.map((value) => ({ value, label: labels[value] ?? value }));
  return (
    <Form form={form} submitLabel={t`Send`}>
      <Panel title={t`Who you are`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="fullName" label={t`Full name`} maxLength={120} autoComplete="name" required />
          <TextField
            name="email"
            label={t`E-mail`}
            type="email"
            maxLength={254}
            autoComplete="email"
            required
          />
          <TextField
            name="locationTimezone"
            label={t`Place and time zone`}
            maxLength={120}
            placeholder="Brno, Europe/Prague"
          />
          <TextField
            name="linkedInUrl"
            label={t`LinkedIn or website`}
            type="url"
            maxLength={300}
            placeholder="https://"
          />
        </div>
      </Panel>
      <Panel title={t`What you do`}>
        <div className="flex flex-col gap-5">
          <RolesField />
          <ChipsField
            name="secondaryRoles"
            legend={t`Other roles`}
            groups={Object.entries(TALENT_ROLES).map(([family, roles]) => ({
              label: words.families[family as keyof typeof TALENT_ROLES],
              options: roles.map((role) => ({ value: role, label: roleName(role) })),
            }))}
          />
          <ChipsField
            name="domains"
            legend={t`Domains`}
            hint={t`At least one`}
            required
            groups={[{ options: chips(TALENT_DOMAINS, words.domains) }]}
          />
          <SelectField
            name="seniority"
            label={t`Seniority`}
            placeholder={t`Choose`}
            options={chips(SENIORITIES, words.seniorities)}
            required
          />
        </div>
      </Panel>
      <Panel title={t`When and how`}>
        <div className="flex flex-col gap-5">
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name="availabilityWindow"
              label={t`Free`}
              placeholder={t`Choose`}
              options={chips(AVAILABILITIES, words.availabilities)}
              required
            />
            <SelectField
              name="rateBand"
              label={t`Rate, EUR`}
              placeholder={t`Rather not say`}
              options={chips(RATE_BANDS, words.rates)}
            />
          </div>
          <ChipsField
            name="engagementModes"
            legend={t`Ways of working`}
            groups={[{ options: chips(ENGAGEMENT_MODES, words.modes) }]}
          />
          <ChipsField
            name="languages"
            legend={t`Languages`}
            groups={[{ options: chips(TALENT_LANGUAGES, words.languages) }]}
          />
        </div>
      </Panel>
      <Honeypot name="honeypot" />
      <CheckboxField
        name="consent"
        label={t`You may keep these details and write to me when something fits.`}
        description={t`Ask us at any time to delete them.`}
      />
    </Form>
  );
}
