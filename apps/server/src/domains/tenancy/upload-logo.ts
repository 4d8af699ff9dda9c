import { cleanFilename } from '@officina/contracts/filename';
import type { SettingsView } from '@officina/contracts/tenancy';
import { logoUpload } from '@officina/contracts/tenancy-inputs';
import { AppError, invalid } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { addDocument } from '../documents/add-document.ts';
import { bytesOf } from '../documents/byte-source.ts';
import { imageSize } from '../documents/image-size.ts';
import { inspectContent } from '../documents/inspect-content.ts';
import { storeBytes } from '../documents/store-bytes.ts';
import { saveSettings } from './save-settings.ts';
import { presentSettings } from './settings-presenter.ts';

const MAX_BYTES = 2 * 1024 * 1024;
/** Pixels of the longer side: more is a photograph, and costs memory wherever it is drawn. */
const MAX_SIDE = 4000;

/** The picture in a base64 text: at most 2 MB, a whole PNG or JPEG by its content, of a sane size. */
async function pictureOf(base64: string): Promise<{ bytes: Buffer; contentType: string }> {
  const text = base64.replace(/^data:[\w/+.-]*;base64,/, '').replace(/\s+/g, '');
  if (!text) throw new AppError('FILE_REQUIRED');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw invalid({ field: 'base64', message: 'Must be base64' });
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length > MAX_BYTES) throw new AppError('FILE_TOO_LARGE');
  const contentType = await inspectContent(bytesOf(bytes), ['image/png', 'image/jpeg']);
  const size = imageSize(bytes, contentType);
  if (!size || Math.max(size.width, size.height) > MAX_SIDE) throw new AppError('UNREADABLE_FILE');
  return { bytes, contentType };
}

/** Sets the firm's logo. Earlier ones stay stored: issued documents may still be printed with them. */
export const uploadLogo = write({
  name: 'tenancy.uploadLogo',
  permission: 'settings.edit',
  input: logoUpload,
  async run(ctx, { filename, base64 }): Promise<SettingsView> {
    const picture = await pictureOf(base64);
    const file = await storeBytes(ctx, { filename: cleanFilename(filename), ...picture });
    const { id } = await addDocument(ctx, file, { category: 'logo' }, { limited: true });
    return presentSettings(ctx, await saveSettings(ctx, () => ({ logoDocumentId: id })));
  },
});
