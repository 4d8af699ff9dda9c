import type { BinderView } from '@officina/contracts/binders';
import { date } from '../../lib/format.ts';

type Labelled = Pick<BinderView, 'ref' | 'binderNumber' | 'client' | 'receivedAt'>;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `@page { size: 62mm 29mm; margin: 2mm }
  body { margin: 0; display: flex; gap: 3mm; align-items: center; font: 9pt system-ui, sans-serif }
  svg { width: 24mm; height: 24mm; flex: none } strong { display: block; font-size: 12pt } p { margin: 1mm 0 0 }`;

/** Prints a binder's label: number, client and a QR code that opens the binder when it is scanned. */
export async function printLabel({ ref, binderNumber, client, receivedAt }: Labelled): Promise<void> {
  const { default: encodeQR } = await import('qr');
  const code = encodeQR(`${location.origin}/office/binders/${ref}`, 'svg', { ecc: 'medium', border: 1 });
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;inset:0;width:0;height:0;border:0;visibility:hidden';
  frame.srcdoc = `<!doctype html><html dir="${document.documentElement.dir}"><meta charset="utf-8"><style>${STYLE}</style>
    <body>${code}<div><strong><bdi>${escaped(binderNumber)}</bdi></strong>${escaped(client.name)}<p>${escaped(date(receivedAt))}</p></div>`;
  await new Promise<void>((loaded) => {
    frame.onload = () => loaded();
    document.body.append(frame);
  });
  const page = frame.contentWindow;
  page?.addEventListener('afterprint', () => frame.remove());
  page?.print();
}
