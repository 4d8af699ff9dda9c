import { fileTypeFromBuffer } from 'file-type';
import { AppError } from '../../kernel/errors.ts';
import type { ByteSource } from './byte-source.ts';
import { isDisguised } from './disguise.ts';
import { isDocx } from './docx-structure.ts';
import { FILE_KINDS, type FileKind, type UploadType } from './file-kinds.ts';

/** What the detection of types wants to see. */
const SAMPLE = 4100;
const ARCHIVE = 'PK\x03\x04';

const OPEN_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  unknown: 'application/octet-stream',
} as const;

/**
 * What a file is, told by its bytes alone. Throws INVALID_FILE_FORMAT for a type that is not allowed here or a file that
 * is of two kinds at once, UNREADABLE_FILE for one that is broken, unless `damagedToo`: then its beginning is enough.
 */
export async function inspectContent<T extends UploadType>(
  source: ByteSource,
  allowed: readonly T[],
  damagedToo = false,
): Promise<T> {
  const sample = await source.at(0, SAMPLE);
  const begins = (type: T) => FILE_KINDS[type].begins(sample.toString('latin1'));
  // What an archive is, its contents tell: below.
  const byBeginning = damagedToo || sample.toString('latin1', 0, 4) === ARCHIVE;
  const detected = byBeginning ? allowed.find(begins) : (await fileTypeFromBuffer(sample))?.mime;
  const type = allowed.find((one) => one === detected);
  const kind: FileKind | undefined = type && FILE_KINDS[type];
  const isOne = kind && (!kind.holds || (await kind.holds(source)));
  if (!type || !isOne || (await isDisguised(source, type)))
    throw new AppError('INVALID_FILE_FORMAT', 'Unsupported file type');
  if (!damagedToo && !(await kind.isWhole(source))) throw new AppError('UNREADABLE_FILE');
  return type;
}

/** What a file of any kind is, as far as its bytes tell; else a stream of bytes, which nothing opens by itself. */
export async function contentTypeOf(source: ByteSource): Promise<string> {
  const { docx, unknown } = OPEN_TYPES;
  const sample = await source.at(0, SAMPLE);
  const { mime = unknown } = (await fileTypeFromBuffer(sample)) ?? {};
  return sample.toString('latin1', 0, 4) === ARCHIVE && (await isDocx(source)) ? docx : mime;
}
