import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { buttonClass } from './button.tsx';
import { ErrorCard } from './error-card.tsx';
import { Skeleton } from './skeleton.tsx';

const pdfjs = () => import('../lib/pdfjs.ts');

interface PdfPaneProps {
  /** Where the PDF is, or its bytes (a preview that was never stored). */
  source: string | Uint8Array;
  title: string;
  /** Changes when the document does, so that it is drawn again. */
  version?: string | number;
  fileName?: string;
}

/** Shows a PDF page by page on canvases; the viewer's code comes with the first use. */
export function PdfPane({ source, title, version = 0, fileName }: PdfPaneProps) {
  const { t } = useLingui();
  const pdf = useQuery({
    queryKey: ['pdf', typeof source === 'string' ? source : source.length, version],
    queryFn: async () => (await pdfjs()).openPdf(source),
    // A preview is redrawn while somebody types: the page before stays until the next is there.
    placeholderData: typeof source === 'string' ? undefined : keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });
  if (pdf.error) return <ErrorCard error={pdf.error} retry={() => pdf.refetch()} />;
  const pages = Array.from({ length: pdf.data?.numPages ?? 1 }, (_, index) => index + 1);
  return (
    <figure aria-label={title} aria-busy={pdf.isPending} className="flex flex-col gap-3">
      {typeof source === 'string' && (
        <a href={source} download={fileName ?? true} className={buttonClass('secondary', 'sm', 'self-end')}>
          <Download aria-hidden className="size-4" />
          {t`Download`}
        </a>
      )}
      {pages.map((page) =>
        pdf.data ? (
          <Page key={page} pdf={pdf.data} page={page} />
        ) : (
          <Skeleton key={page} className="aspect-[210/297] w-full" />
        ),
      )}
    </figure>
  );
}

interface PdfDocument {
  drawPage: (page: number, canvas: HTMLCanvasElement, width: number) => () => void;
  numPages: number;
}

function Page({ pdf, page }: { pdf: PdfDocument; page: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    return pdf.drawPage(page, target, target.parentElement?.clientWidth ?? 600);
  }, [pdf, page]);
  return (
    <div className="aspect-[210/297] overflow-hidden rounded-control border bg-white shadow-panel">
      {/* The canvas gives its direction to every run of text drawn on it, and a PDF has placed its glyphs already. */}
      <canvas ref={canvas} dir="ltr" role="img" aria-label={String(page)} className="w-full" />
    </div>
  );
}
