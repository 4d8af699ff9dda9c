import type { SettingsView } from '@officina/contracts/tenancy';
import { logoUpload } from '@officina/contracts/tenancy-inputs';
import { fileTypeFromBuffer } from 'file-type';
import { AppError, invalid } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { storeDocument } from '../documents/store-document.ts';
import { imageSize } from './image-size.ts';
import { saveSettings } from './save-settings.ts';
import { presentSettings } from './settings-presenter.ts';

const MAX_BYTES = 2 * 1024 * 1024;
/** Pixels of the longer side: more is a photograph, and costs memory wherever it is drawn. */
const MAX_SIDE = 4000;
const FORMATS = ['image/png', 'image/jpeg'] as const;

/** The picture in a base64 text: at most 2 MB, PNG or JPEG by its content, of a sane size by its header. */
async function pictureOf(base64: string): Promise<{ bytes: Buffer; contentType: (typeof FORMATS)[number] }> {
  const text = base64.replace(/^data:[\w/+.-]*;base64,/, '').replace(/\s+/g, '');
  if (!text) throw new AppError('FILE_REQUIRED');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw invalid({ field: 'base64', message: 'Must be base64' });
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length > MAX_BYTES) throw new AppError('FILE_TOO_LARGE');
  const type = await fileTypeFromBuffer(bytes);
  const contentType = FORMATS.find((format) => format === type?.mime);
  if (!contentType) throw new AppError('INVALID_FILE_FORMAT', 'Invalid file format. Supported: JPEG, PNG');
  const size = imageSize(bytes, contentType);
  const sides = size ? [size.width, size.height] : [0];
  if (Math.min(...sides) < 1 || Math.max(...sides) > MAX_SIDE) throw new AppError('UNREADABLE_FILE');
  return { bytes, contentType };
}

/** Sets the firm's logo. Earlier ones stay stored: issued documents may still be printed with them. */
export const uploadLogo = write({
  name: 'tenancy.uploadLogo',
  permission: 'settings.edit',
  input: logoUpload,
  async run(ctx, { filename, base64 }): Promise<SettingsView> {
    const picture = await pictureOf(base64);
    const { id } = await storeDocument(ctx, { category: 'logo', filename, ...picture });
    return presentSettings(ctx, await saveSettings(ctx, () => ({ logoDocumentId: id })));
  },
});
