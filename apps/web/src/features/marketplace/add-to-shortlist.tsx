import { useLingui } from '@lingui/react/macro';
import { Check, Plus } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { MOST, useShortlist } from './shortlist-store.ts';

/** Puts a service on the shortlist, or takes it off again. */
export function AddToShortlist({ slug, title }: { slug: string; title: string }) {
  const { t } = useLingui();
  const { has, full, add, remove } = useShortlist();
  const listed = has(slug);
  const most = MOST;
  return (
    <Button
      variant="ghost"
      aria-pressed={listed}
      aria-label={listed ? t`Take ${title} off the shortlist` : t`Add ${title} to the shortlist`}
      icon={listed ? <Check aria-hidden className="size-4" /> : <Plus aria-hidden className="size-4" />}
      reason={!listed && full && t`At most ${most}: take one off first.`}
      onClick={() => (listed ? remove(slug) : add(slug))}
    >
      {listed ? t({ context: 'shortlist', message: 'Added' }) : t`Add`}
    </Button>
  );
}
