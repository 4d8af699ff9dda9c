import { useLingui } from '@lingui/react/macro';
import { addDays } from '@officina/contracts/calendar';
import { getRouteApi } from '@tanstack/react-router';
import { date } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { DocumentEditor } from '../../shell/document/editor.tsx';
import { EditorFrame } from '../../shell/document/editor-frame.tsx';
import { documentInput, previewInput } from '../../shell/document/editor-values.ts';
import { useNewDocument } from '../../shell/document/use-new-document.ts';
import { api, queryClient, trpc } from '../../trpc.ts';

const route = getRouteApi('/app/quotes/new');

export function NewQuotePage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const start = useNewDocument(search);
  const crumbs = [{ label: t`Quotes`, to: '/quotes' } as const];
  const title = t`New quote`;
  return (
    <EditorFrame title={title} crumbs={crumbs} source={start}>
      {(terms) => (
        <DocumentEditor
          title={title}
          crumbs={crumbs}
          defaults={start.defaults}
          terms={terms}
          currency={terms.currency}
          draft={`quote.new${search.contact ?? ''}${search.vehicle ?? ''}`}
          until={{ label: t`Valid until`, usual: date(addDays(terms.today, terms.quoteValidityDays)) }}
          save={({ until, ...values }) =>
            api.quotes.create.mutate({ ...documentInput({ until, ...values }), validUntil: until })
          }
          saved={(id, send) => {
            void queryClient.invalidateQueries(trpc.quotes.pathFilter());
            return navigate({
              to: '/quotes/$id',
              params: { id },
              search: send ? { send: true } : {},
              replace: true,
            });
          }}
          sendLabel={can('quotes.send') && t`Save and send`}
          preview={(values, signal) =>
            api.quotes.preview.mutate({ ...previewInput(values), validUntil: values.until }, { signal })
          }
          previewKey="quote"
          onCancel={() => void navigate({ to: '/quotes' })}
        />
      )}
    </EditorFrame>
  );
}
