import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens a PDF for drawing. A refused download keeps the server's code, so that the error card can explain it. */
export async function openPdf(source: string | Uint8Array) {
  const document = await getDocument(typeof source === 'string' ? { url: source } : { data: source.slice() })
    .promise;
  return {
    numPages: document.numPages,
    /** Draws a page at the width given, in the screen's resolution; the answer stops a drawing under way. */
    drawPage(number: number, canvas: HTMLCanvasElement, width: number): () => void {
      let stop = () => {};
      void document.getPage(number).then((page) => {
        const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(devicePixelRatio, 2);
        const viewport = page.getViewport({ scale });
        canvas.width = viewport.width;
        canvas.height = viewport.height;
        const task = page.render({ canvas, viewport });
        stop = () => task.cancel();
        // Cancelling rejects; that is no failure.
        task.promise.catch(() => undefined);
      });
      return () => stop();
    },
  };
}
