import { useLingui } from '@lingui/react/macro';
import type { SettingsView } from '@officina/contracts/tenancy';
import { useEffect, useRef, useState } from 'react';
import { toastDone, toastFailure } from '../../lib/toast.ts';
import { readAsDataUrl, uploadCall } from '../../lib/upload.ts';
import { api } from '../../trpc.ts';
import { keepSettings } from './settings-form.tsx';

/** Mirrors the server's bound, so that a photograph is refused before it travels. */
const MAX_BYTES = 2 * 1024 * 1024;
const FORMATS = ['image/png', 'image/jpeg'];

/** Sets and takes away the logo; the chosen picture is shown while it is on its way. */
export function useLogo() {
  const { t } = useLingui();
  const [preview, setPreview] = useState<string | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function upload(file: File) {
    setRefusal(null);
    if (!FORMATS.includes(file.type)) return setRefusal(t`Choose a PNG or JPEG picture.`);
    if (file.size > MAX_BYTES) return setRefusal(t`The picture is larger than 2 MB. Choose a smaller one.`);
    const shown = URL.createObjectURL(file);
    abort.current = new AbortController();
    setPreview(shown);
    setProgress(0);
    try {
      const input = { filename: file.name, base64: await readAsDataUrl(file) };
      const { signal } = abort.current;
      keepSettings(await uploadCall<SettingsView>('tenancy.uploadLogo', input, setProgress, signal));
      void toastDone(t`Logo saved`);
    } catch (error) {
      if (!abort.current.signal.aborted) void toastFailure(error);
    } finally {
      setProgress(null);
      setPreview(null);
      URL.revokeObjectURL(shown);
    }
  }

  async function remove() {
    try {
      keepSettings(await api.tenancy.deleteLogo.mutate({}));
      void toastDone(t`Logo removed`);
    } catch (error) {
      void toastFailure(error);
    }
  }

  return { preview, progress, refusal, upload, remove, cancel: () => abort.current?.abort() };
}
