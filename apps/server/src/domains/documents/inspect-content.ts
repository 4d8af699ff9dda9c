import { fileTypeFromBuffer } from 'file-type';
import { AppError } from '../../kernel/errors.ts';
import type { ByteSource } from './byte-source.ts';
import { isDisguised } from './disguise.ts';
import { FILE_KINDS, type UploadType } from './file-kinds.ts';

/** What the detection of types wants to see. */
const SAMPLE = 4100;

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
  const detected = damagedToo ? allowed.find(begins) : (await fileTypeFromBuffer(sample))?.mime;
  const type = allowed.find((one) => one === detected);
  if (!type || (await isDisguised(source, type)))
    throw new AppError('INVALID_FILE_FORMAT', 'Unsupported file type');
  if (!damagedToo && !(await FILE_KINDS[type].isWhole(source))) throw new AppError('UNREADABLE_FILE');
  return type;
}
