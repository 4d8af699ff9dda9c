import { useLingui } from '@lingui/react/macro';
import { PURGE_PHRASE, PURGED_ENTITIES, type PurgedEntity } from '@officina/contracts/purge';
import { getRouteApi } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { SelectField } from '../../lib/form/fields.tsx';
import { Form } from '../../lib/form/form.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { Page } from '../../shell/page.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { usePurgeWords } from './purge-words.ts';

const route = getRouteApi('/app/portal/admin/danger-zone');
const EMPTY = { entityType: '' as PurgedEntity | '', entityId: '', reason: '', confirm: '' };

/** Deletes one record for good: what, why, and the phrase by hand. */
export function DangerZonePage() {
  const { t } = useLingui();
  const { entities, goesWith } = usePurgeWords();
  const search = route.useSearch();
  const asked = PURGED_ENTITIES.find((type) => type === search.type) ?? '';
  const form = useAppForm({
    defaults: { ...EMPTY, entityType: asked as PurgedEntity | '', entityId: search.id ?? '' },
    submit: ({ entityType, ...facts }) =>
      api.records.purge.mutate({ ...facts, entityType: entityType as PurgedEntity }),
    kept: () => EMPTY,
    done: async () => {
      void toastDone(t`Deleted for good`);
      await refreshPortal();
    },
  });
  const type = useWatch({ control: form.methods.control, name: 'entityType' });
  return (
    <Page title={t`Danger zone`}>
      <div className="grid max-w-160 gap-(--gap)">
        <Notice tone="danger">
          {t`What is deleted here is gone for everybody and cannot be brought back. The journal keeps who did it and why.`}
        </Notice>
        <Panel title={t`Delete a record for good`}>
          <Form form={form} submitLabel={t`Delete for good`} danger>
            <SelectField
              name="entityType"
              label={t`Kind of record`}
              placeholder={t`Choose one`}
              options={PURGED_ENTITIES.map((value) => ({ value, label: entities[value] }))}
              required
            />
            <TextField
              name="entityId"
              label={t`Id`}
              hint={t`The last part of the record's address`}
              maxLength={64}
              required
            />
            {type && (
              <div className="rounded-control bg-sunken px-3 py-2.5">
                <p className="font-medium text-sm">{t`What goes with it`}</p>
                <p className="text-ink-muted text-sm">{goesWith[type]}</p>
              </div>
            )}
            <TextareaField name="reason" label={t`Reason`} rows={2} maxLength={1000} required />
            <TextField
              name="confirm"
              label={t`To confirm, type ${PURGE_PHRASE}`}
              autoComplete="off"
              required
            />
          </Form>
        </Panel>
      </div>
    </Page>
  );
}
