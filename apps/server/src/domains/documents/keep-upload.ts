import { open } from 'node:fs/promises';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ReceivedFile } from '../../kernel/received-file.ts';
import type { StoredFile } from './add-document.ts';
import { bytesOfFile } from './byte-source.ts';
import { extensionsOf, type UploadType } from './file-kinds.ts';
import { contentTypeOf, inspectContent } from './inspect-content.ts';
import { checkRoom } from './quota.ts';
import { storeFile } from './store-file.ts';

/** What one use of uploads takes in. Its door has the same limit of bytes. */
export interface UploadPolicy {
  types: readonly UploadType[] | 'any';
  /** Whether the name's ending and the declared type must agree with the content; else they do not count. */
  claimsMustAgree: boolean;
  /** Takes in what begins as one of the types, also where it is cut off or damaged further on. */
  damagedToo?: boolean;
}

const UNDECLARED = ['', 'application/octet-stream'];
/** As some programs call the type. */
const ALIASES: Record<string, string> = { 'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg' };

type Claims = Pick<ReceivedFile, 'filename' | 'claimedType'>;

/** Whether a name's ending and the declared type are those of a content type. */
export function claimsAgree({ filename, claimedType }: Claims, type: string): boolean {
  const ending = /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
  const claimed = ALIASES[claimedType] ?? claimedType;
  return extensionsOf(type).includes(ending) && (claimed === type || UNDECLARED.includes(claimed));
}

/** The type of an upload by its bytes. Throws INVALID_FILE_FORMAT or UNREADABLE_FILE for what the policy refuses. */
export async function inspectUpload(
  file: ReceivedFile,
  { types, claimsMustAgree, damagedToo }: UploadPolicy,
): Promise<string> {
  const handle = await open(file.path);
  try {
    const source = bytesOfFile(handle, file.size);
    if (types === 'any') return await contentTypeOf(source);
    const type = await inspectContent(source, types, damagedToo);
    if (claimsMustAgree && !claimsAgree(file, type))
      throw new AppError('INVALID_FILE_FORMAT', 'Unsupported file type');
    return type;
  } finally {
    await handle.close();
  }
}

/** Whether a scanner has found the file clean; false where none is set up. Throws FILE_REFUSED for malware. */
async function scan(ctx: WriteCtx, file: ReceivedFile): Promise<boolean> {
  let verdict: Awaited<ReturnType<typeof ctx.services.virusScan.scan>>;
  try {
    verdict = await ctx.services.virusScan.scan(file.open());
  } catch (error) {
    ctx.services.log.error({ err: error, requestId: ctx.requestId }, 'the virus scanner does not answer');
    throw new AppError('SERVICE_UNAVAILABLE', 'The file could not be checked for viruses');
  }
  if (verdict.verdict !== 'infected') return verdict.verdict === 'clean';
  ctx.services.log.warn(
    { signature: verdict.signature, requestId: ctx.requestId },
    'an infected upload was refused',
  );
  throw new AppError('FILE_REFUSED');
}

/**
 * Looks at an uploaded file and, when nothing is wrong with it, stores it; `addDocument` then gives it its row. In this order:
 * FILE_REQUIRED when it is empty, FILE_TOO_LARGE, INVALID_FILE_FORMAT or UNREADABLE_FILE by content, FILE_REFUSED for
 * malware, PLAN_LIMIT_REACHED. Nothing of a refused file reaches the storage. Before the transaction opens.
 */
export async function keepUpload(
  ctx: WriteCtx,
  file: ReceivedFile,
  policy: UploadPolicy,
): Promise<StoredFile> {
  if (file.tooLarge) throw new AppError('FILE_TOO_LARGE', 'File is too large');
  if (file.size === 0) throw new AppError('FILE_REQUIRED', 'File is empty');
  const contentType = await inspectUpload(file, policy);
  const clean = await scan(ctx, file);
  await checkRoom(ctx, file.size);
  const storageKey = await storeFile(ctx, file.open(), { contentType, size: file.size });
  const { filename, size: sizeBytes, sha256 } = file;
  return { storageKey, filename, contentType, sizeBytes, sha256, scannedAt: clean ? toDate(ctx.now) : null };
}
