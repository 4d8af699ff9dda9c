import { useLingui } from '@lingui/react/macro';
import type { SettingsView } from '@officina/contracts/tenancy';
import { Lock } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { type DefaultValues, type FieldValues, FormProvider } from 'react-hook-form';
import { Form } from '../../lib/form/form.tsx';
import { type AppForm, useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
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

/**
 * A part of the firm's settings as a form. What others change meanwhile is taken over, unless it is what is being edited
 * here: then the save names the version that was read, and the server refuses it.
 */
export function useSettingsForm<V extends FieldValues>(options: SettingsFormOptions<V>): AppForm<V> {
  const { t } = useLingui();
  const { settings, valuesOf, inputOf, rename, saved } = options;
  const base = useRef(settings);
  const form = useAppForm<V, SettingsView>({
    defaults: valuesOf(settings) as DefaultValues<V>,
    rename,
    submit: (values) =>
      api.tenancy.updateSettings.mutate({ version: base.current.version, ...inputOf(values) }),
    done(view) {
      base.current = view;
      // As the server keeps them: numbers without spaces, texts trimmed.
      form.methods.reset(valuesOf(view));
      keepSettings(view);
      if (saved) return saved(view);
      void toastDone(t`Settings saved`);
    },
  });
  const { isDirty } = form.methods.formState;
  useEffect(() => {
    if (settings.version === base.current.version) return;
    const [ours, theirs] = [valuesOf(base.current), valuesOf(settings)];
    if (JSON.stringify(ours) === JSON.stringify(theirs)) base.current = settings;
    else if (!isDirty) {
      base.current = settings;
      form.methods.reset(theirs);
    }
  }, [settings, isDirty, form.methods, valuesOf]);
  return form;
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
