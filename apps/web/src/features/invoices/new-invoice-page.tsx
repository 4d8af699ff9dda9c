import { useLingui } from '@lingui/react/macro';
import { addDays } from '@officina/contracts/calendar';
import { getRouteApi } from '@tanstack/react-router';
import { date } from '../../lib/format.ts';
import { DocumentEditor } from '../../shell/document/editor.tsx';
import { EditorFrame } from '../../shell/document/editor-frame.tsx';
import { documentInput, previewInput } from '../../shell/document/editor-values.ts';
import { useNewDocument } from '../../shell/document/use-new-document.ts';
import { api, queryClient, trpc } from '../../trpc.ts';

const route = getRouteApi('/app/invoices/new');

/** Writes a draft; it gets its number when it is issued. */
export function NewInvoicePage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const start = useNewDocument(search);
  const crumbs = [{ label: t`Invoices`, to: '/invoices' } as const];
  const title = t`New invoice`;
  return (
    <EditorFrame title={title} crumbs={crumbs} source={start}>
      {(terms) => (
        <DocumentEditor
          title={title}
          crumbs={crumbs}
          defaults={start.defaults}
          terms={terms}
          currency={terms.currency}
          draft={`invoice.new${search.contact ?? ''}${search.vehicle ?? ''}`}
          until={{ label: t`Due`, usual: date(addDays(terms.today, terms.paymentTermDays)) }}
          save={(values) => api.invoices.create.mutate({ ...documentInput(values), dueDate: values.until })}
          saved={(id) => {
            void queryClient.invalidateQueries(trpc.invoices.pathFilter());
            return navigate({ to: '/invoices/$id', params: { id }, replace: true });
          }}
          preview={(values, signal) =>
            api.invoices.preview.mutate({ ...previewInput(values), dueDate: values.until }, { signal })
          }
          previewKey="invoice"
          onCancel={() => void navigate({ to: '/invoices' })}
        />
      )}
    </EditorFrame>
  );
}
