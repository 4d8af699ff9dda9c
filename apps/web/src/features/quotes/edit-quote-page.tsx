import { useLingui } from '@lingui/react/macro';
import type { QuoteView } from '@officina/contracts/sales';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { date } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
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
import { Notice } from '../../ui/notice.tsx';

const route = getRouteApi('/app/quotes/$id/edit');

export function EditQuotePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const quote = useQuery({ ...trpc.quotes.get.queryOptions({ id }), refetchOnWindowFocus: false });
  const terms = useQuery({ ...trpc.quotes.terms.queryOptions({}), staleTime: 60_000 });
  const opened = useRef<QuoteView | null>(null);
  const title = quote.data ? t`Quote ${quote.data.number}` : '';
  const crumbs = [{ label: t`Quotes`, to: '/quotes' } as const];
  const source = {
    pending: quote.isPending || terms.isPending,
    error: quote.error ?? terms.error,
    refetch: () => Promise.all([quote.refetch(), terms.refetch()]),
    terms: quote.data && terms.data,
  };
  const back = (send = false) =>
    navigate({ to: '/quotes/$id', params: { id }, search: send ? { send: true } : {}, replace: true });
  return (
    <EditorFrame title={title} crumbs={crumbs} source={source}>
      {(known) => {
        // As it was when it was opened: what colleagues save meanwhile comes to the form itself.
        opened.current ??= quote.data as QuoteView;
        const saved = opened.current;
        const reopen = saved.status === 'sent' || saved.status === 'expired';
        return (
          <DocumentEditor
            title={title}
            crumbs={crumbs}
            notice={
              reopen && (
                <Notice tone="warning">
                  {t`Your client has this quote. Saving makes it a draft again, and its link stops working until you send it anew.`}
                </Notice>
              )
            }
            defaults={valuesOf(saved, saved.validUntil)}
            terms={known}
            currency={saved.currency}
            draft={`quote.${id}.${saved.version}`}
            until={{ label: t`Valid until`, usual: date(saved.validUntil) }}
            edits={editsOf<QuoteView, EditorValues>(
              saved,
              () => api.quotes.get.query({ id }),
              (now) => valuesOf(now, now.validUntil),
            )}
            save={(values, version) =>
              api.quotes.update.mutate({
                ...documentInput(values),
                id,
                version,
                reopen,
                validUntil: values.until ?? undefined,
              })
            }
            saved={(_id, send) => {
              void queryClient.invalidateQueries(trpc.quotes.pathFilter());
              return back(send);
            }}
            sendLabel={can('quotes.send') && t`Save and send`}
            preview={(values, signal) =>
              api.quotes.preview.mutate({ ...previewInput(values), id, validUntil: values.until }, { signal })
            }
            previewKey={`quote.${id}`}
            onCancel={() => void back()}
          />
        );
      }}
    </EditorFrame>
  );
}
