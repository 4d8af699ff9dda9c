import { useLingui } from '@lingui/react/macro';
import type { SettingsView } from '@officina/contracts/tenancy';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { type DefaultValues, type FieldValues, FormProvider } from 'react-hook-form';
import { Form } from '../../lib/form/form.tsx';
import { type AppForm, useAppForm } from '../../lib/form/use-app-form.ts';
import { useSession } from '../../lib/session.ts';
import { toastDone } from '../../lib/toast.ts';
import { editsOf } from '../../shell/edits.ts';
import { api, queryClient, trpc } from '../../trpc.ts';

type Update = Parameters<typeof api.tenancy.updateSettings.mutate>[0];

interface SettingsFormOptions<V extends FieldValues> {
  settings: SettingsView;
  valuesOf: (settings: SettingsView) => V;
  inputOf: (values: V) => Update;
  rename?: Record<string, string>;
  /** After a save, e.g. when the page itself has to start from the new settings. */
  saved?: (settings: SettingsView) => unknown;
}

/** Takes settings that a save answered with. */
export function keepSettings(settings: SettingsView): void {
  queryClient.setQueryData(trpc.tenancy.settings.queryKey({}), settings);
}

async function readSettings(): Promise<SettingsView> {
  const settings = await api.tenancy.settings.query({});
  keepSettings(settings);
  return settings;
}

/**
 * A part of the firm's settings as a form. What others change meanwhile is taken over, unless it is what is being edited
 * here: then the form asks.
 */
export function useSettingsForm<V extends FieldValues>(options: SettingsFormOptions<V>): AppForm<V> {
  const { t } = useLingui();
  const { settings, valuesOf, inputOf, rename, saved } = options;
  const { tenant } = useSession();
  return useAppForm<V, SettingsView>({
    defaults: valuesOf(settings) as DefaultValues<V>,
    rename,
    edits: editsOf(settings, readSettings, valuesOf, tenant.id),
    submit: (values, version) => api.tenancy.updateSettings.mutate({ version, ...inputOf(values) }),
    // As the server keeps them: numbers without spaces, texts trimmed.
    kept: valuesOf,
    done(view) {
      keepSettings(view);
      if (saved) return saved(view);
      void toastDone(t`Settings saved`);
    },
  });
}

interface SettingsFormProps<V extends FieldValues> {
  form: AppForm<V>;
  /** Without the right the fields can be read only. */
  editable: boolean;
  children: ReactNode;
}

/** Panels of fields with one button for all of them. */
export function SettingsForm<V extends FieldValues>({ form, editable, children }: SettingsFormProps<V>) {
  const { t } = useLingui();
  if (editable) {
    return (
      <Form
        form={form}
        submitLabel={t`Save`}
        bar={
          form.methods.formState.isDirty && (
            <p className="text-ink-muted text-sm">{t`There are unsaved changes.`}</p>
          )
        }
      >
        {children}
      </Form>
    );
  }
  return (
    <FormProvider {...form.methods}>
      <p className="flex items-center gap-2 rounded-control bg-info-soft px-3 py-2 text-info text-sm">
        <Lock aria-hidden className="size-4 shrink-0" />
        {t`You can read these settings. Only an owner can change them.`}
      </p>
      {/* biome-ignore-start lint/a11y: with every field disabled, the keyboard needs something to scroll by. */}
      <div role="group" aria-label={t`Settings`} tabIndex={0}>
        <fieldset disabled className="flex flex-col gap-4">
          {children}
        </fieldset>
      </div>
      {/* biome-ignore-end lint/a11y: see above. */}
    </FormProvider>
  );
}
