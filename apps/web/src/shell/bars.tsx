import { lazy, Suspense } from 'react';
import { extra } from '../lib/extra.ts';
import { loadDomainMessages } from '../lib/i18n.ts';
import { demo } from '../lib/session.ts';

const Banner = lazy(async () => {
  const [module] = await extra(() =>
    Promise.all([import('./demo-banner.tsx'), loadDomainMessages('grammar')]),
  );
  return { default: module.DemoBanner };
});

/** Above every page of a demo. */
export function DemoBanner() {
  if (!demo()) return null;
  return (
    <Suspense fallback={<div className="min-h-7.25 shrink-0 border-b bg-accent-soft max-md:min-h-11" />}>
      <Banner />
    </Suspense>
  );
}
