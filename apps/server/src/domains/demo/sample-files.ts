import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { PermanentDocument } from '@officina/contracts/office';
import { ReceivedFile } from '../../kernel/received-file.ts';

/** A PDF of one page with a heading and lines, in the Latin letters that every reader has a font for. */
function pdf(heading: string, lines: readonly string[]): Buffer {
  const text = [
    `BT /F1 20 Tf 60 760 Td (${heading}) Tj ET`,
    ...lines.map((line, at) => `BT /F1 11 Tf 60 ${720 - at * 20} Td (${line}) Tj ET`),
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

const [WIDTH, HEIGHT] = [320, 200];
type Box = [left: number, top: number, right: number, bottom: number];
const PHOTO: Box = [24, 48, 104, 160];
const WORDS: Box[] = [
  [128, 56, 296, 68],
  [128, 88, 256, 100],
  [128, 120, 280, 132],
];
const inside = (x: number, y: number, [left, top, right, bottom]: Box) =>
  x >= left && x < right && y >= top && y < bottom;

/** What a scanned card looks like from afar: a photograph and lines of writing on a pale ground, in shades of grey. */
function png(): Buffer {
  const shade = (x: number, y: number) =>
    inside(x, y, PHOTO) ? 150 : WORDS.some((box) => inside(x, y, box)) ? 70 : 232;
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) rows[y * (WIDTH + 1) + 1 + x] = shade(x, y);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

const SAMPLES: Record<PermanentDocument, { filename: string; claimedType: string; bytes: () => Buffer }> = {
  id_copy: { filename: 'id-card.png', claimedType: 'image/png', bytes: png },
  power_of_attorney: {
    filename: 'power-of-attorney.pdf',
    claimedType: 'application/pdf',
    bytes: () =>
      pdf('Power of attorney', ['The undersigned empowers Levi Tax Advisers', 'before the tax authority.']),
  },
  engagement_agreement: {
    filename: 'engagement-agreement.pdf',
    claimedType: 'application/pdf',
    bytes: () =>
      pdf('Engagement agreement', [
        'Between Levi Tax Advisers and the client.',
        'Monthly bookkeeping and annual report.',
      ]),
  },
};

/** Runs `work` with a file of each kind on this machine's disk, as uploads wait there. */
export async function withSampleFiles(
  work: (files: Record<PermanentDocument, ReceivedFile>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'officina-demo-'));
  try {
    const made = Object.entries(SAMPLES).map(async ([type, { bytes, ...facts }]) => {
      const content = bytes();
      const path = join(folder, facts.filename);
      await writeFile(path, content);
      const sha256 = createHash('sha256').update(content).digest('hex');
      return [
        type,
        new ReceivedFile({ ...facts, size: content.length, sha256, tooLarge: false, path }),
      ] as const;
    });
    await work(Object.fromEntries(await Promise.all(made)) as Record<PermanentDocument, ReceivedFile>);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs `work` with a PDF of one page on this machine's disk, as an upload waits there. */
export async function withSamplePdf(
  filename: string,
  heading: string,
  lines: readonly string[],
  work: (file: ReceivedFile) => Promise<unknown>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'officina-demo-'));
  try {
    const content = pdf(heading, lines);
    const path = join(folder, filename);
    await writeFile(path, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const claims = { filename, claimedType: 'application/pdf' };
    await work(new ReceivedFile({ ...claims, size: content.length, sha256, tooLarge: false, path }));
  } finally {
    await rm(folder, { recursive: true });
  }
}
