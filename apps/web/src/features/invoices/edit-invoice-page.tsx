import { useLingui } from '@lingui/react/macro';
import type { InvoiceView } from '@officina/contracts/sales';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { date } from '../../lib/format.ts';
import { DocumentEditor } from '../../shell/document/editor.tsx';
import { EditorFrame } from '../../shell/document/editor-frame.tsx';
import {
  documentInput,
  type EditorValues,
  previewInput,
  valuesOf,
} from '../../shell/document/editor-values.ts';
import { editsOf } from '../../shell/edits.ts';
import { api, queryClient, trpc } from '../../trpc.ts';

const route = getRouteApi('/app/invoices/$id/edit');

export function EditInvoicePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const invoice = useQuery({ ...trpc.invoices.get.queryOptions({ id }), refetchOnWindowFocus: false });
  const terms = useQuery({ ...trpc.quotes.terms.queryOptions({}), staleTime: 60_000 });
  const crumbs = [{ label: t`Invoices`, to: '/invoices' } as const];
  const opened = useRef<InvoiceView | null>(null);
  const title = t`Draft invoice`;
  const source = {
    pending: invoice.isPending || terms.isPending,
    error: invoice.error ?? terms.error,
    refetch: () => Promise.all([invoice.refetch(), terms.refetch()]),
    terms: invoice.data && terms.data,
  };
  const back = () => navigate({ to: '/invoices/$id', params: { id }, replace: true });
  return (
    <EditorFrame title={title} crumbs={crumbs} source={source}>
      {(known) => {
        // As it was when it was opened: what colleagues save meanwhile comes to the form itself.
        opened.current ??= invoice.data as InvoiceView;
        const saved = opened.current;
        return (
          <DocumentEditor
            title={title}
            crumbs={crumbs}
            defaults={valuesOf(saved, saved.dueDate)}
            terms={known}
            currency={saved.currency}
            draft={`invoice.${id}.${saved.version}`}
            until={{ label: t`Due`, usual: saved.dueDate ? date(saved.dueDate) : '' }}
            edits={editsOf<InvoiceView, EditorValues>(
              saved,
              () => api.invoices.get.query({ id }),
              (now) => valuesOf(now, now.dueDate),
            )}
            save={(values, version) =>
              api.invoices.update.mutate({
                ...documentInput(values),
                id,
                version,
                dueDate: values.until ?? undefined,
              })
            }
            saved={() => {
              void queryClient.invalidateQueries(trpc.invoices.pathFilter());
              return back();
            }}
            preview={(values, signal) =>
              api.invoices.preview.mutate({ ...previewInput(values), id, dueDate: values.until }, { signal })
            }
            previewKey={`invoice.${id}`}
            onCancel={() => void back()}
          />
        );
      }}
    </EditorFrame>
  );
}
