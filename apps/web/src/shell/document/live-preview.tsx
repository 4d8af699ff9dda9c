import { useLingui } from '@lingui/react/macro';
import type { EncodedFile } from '@officina/contracts/sales';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { bytesOf } from '../../lib/download.ts';
import type { AppForm } from '../../lib/form/use-app-form.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { EditorValues } from './editor-values.ts';

const PAUSE = 600;

interface LivePreviewProps {
  form: AppForm<EditorValues>;
  preview: (values: EditorValues, signal: AbortSignal) => Promise<EncodedFile>;
  previewKey: string;
  title: string;
}

/** The page as the client will get it, printed anew by the server a little after the last key. */
export function LivePreview({ form, preview, previewKey, title }: LivePreviewProps) {
  const { t } = useLingui();
  const typed = JSON.stringify(useWatch({ control: form.methods.control }));
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const values = JSON.parse(settled) as EditorValues;
  const ready = values.lines.some((line) => line.description.trim() !== '' || line.unitPriceCents !== null);
  const page = useQuery({
    queryKey: ['document-preview', previewKey, settled],
    queryFn: async ({ signal }) => bytesOf((await preview(values, signal)).base64),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
  });
  if (!ready) {
    return (
      <Panel>
        <EmptyState icon={<FileText />} title={t`The page appears here`}>
          {t`Write the first line and see it as the client will.`}
        </EmptyState>
      </Panel>
    );
  }
  if (page.error && !page.data) return <ErrorCard error={page.error} retry={() => page.refetch()} />;
  if (!page.data) return <Skeleton className="aspect-[210/297] w-full" />;
  return <PdfPane source={page.data} title={title} version={settled} />;
}
