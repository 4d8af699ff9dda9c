import { useLingui } from '@lingui/react/macro';
import type { GuestDuration, GuestFeature } from '@officina/contracts/guest-access';

/** The names of what is sold, and for how long. */
export function useGuestWords() {
  const { t } = useLingui();
  const features: Record<GuestFeature, { name: string; text: string }> = {
    'ai-create': { name: t`AI studio`, text: t`Texts and pictures from a few words.` },
    collaboration: { name: t`Working together`, text: t`Comments and shared documents, at the same time.` },
    'file-sharing': { name: t`File sharing`, text: t`Send and receive large files by a link.` },
    'video-studio': { name: t`Video studio`, text: t`Cut, caption and export videos.` },
  };
  const durations: Record<GuestDuration, string> = {
    '1 hour': t`1 hour`,
    '24 hours': t`24 hours`,
    '7 days': t`7 days`,
    '1 month': t`30 days`,
  };
  return { features, durations };
}
