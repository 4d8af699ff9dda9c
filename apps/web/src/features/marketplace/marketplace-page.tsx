import { useLingui } from '@lingui/react/macro';
import { PublicFrame } from '../../shell/portal/public-frame.tsx';
import { Catalogue } from './catalogue.tsx';
import { Intake } from './intake.tsx';
import { Shortlist } from './shortlist.tsx';

/** The firm's face: describe a problem and get what fits, or look through everything. */
export function MarketplacePage() {
  const { t } = useLingui();
  return (
    <PublicFrame title={t`Services`}>
      <section className="border-b bg-canvas">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-8 sm:py-16">
          <h1 className="max-w-3xl text-balance font-semibold text-[clamp(1.75rem,5vw,2.75rem)] leading-[1.1] tracking-tight">
            {t`Fixed scope. Fixed price. Senior people who finish.`}
          </h1>
          <p className="mt-3 max-w-2xl text-ink-muted text-lg">
            {t`Describe what is wrong in your own words. You get the services that meet it, and why, at once and without an account.`}
          </p>
          <Intake />
        </div>
      </section>
      <div className="mx-auto flex max-w-6xl flex-col gap-10 px-4 py-10 sm:px-8">
        <Shortlist />
        <Catalogue />
      </div>
    </PublicFrame>
  );
}
