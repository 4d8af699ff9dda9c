import { useLingui } from '@lingui/react/macro';
import { Check, Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { activateLocale, chosenLocale, LOCALES, type Locale } from '../../lib/i18n.ts';
import { useDocumentTitle } from '../../shell/document-title.ts';
import { Mark } from '../../shell/mark.tsx';
import { Select } from '../../ui/select.tsx';

interface AccountLayoutProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  /** Ways to the neighbouring pages. */
  footer?: ReactNode;
}

/** The frame of the pages before sign-in. */
export function AccountLayout({ title, intro, children, footer }: AccountLayoutProps) {
  useDocumentTitle(title);
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-[minmax(28rem,1fr)_1.15fr]">
      <main id="main" className="flex flex-col px-5 py-5 sm:px-10">
        <header className="flex items-center justify-between gap-3">
          <span className="flex items-center gap-2.5 font-semibold text-lg tracking-tight">
            <Mark size={28} />
            Officina
          </span>
          <LanguageSelect />
        </header>
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          {intro && <p className="mt-1 text-ink-muted">{intro}</p>}
          <div className="mt-6">{children}</div>
          {footer && <div className="mt-6 text-ink-muted text-sm">{footer}</div>}
        </div>
      </main>
      <Pitch />
    </div>
  );
}

function LanguageSelect() {
  const { t, i18n } = useLingui();
  return (
    <div className="relative w-36">
      <Languages
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 z-1 my-auto size-4 text-ink-faint"
      />
      <Select
        aria-label={t`Language`}
        className="!border-transparent !bg-transparent !shadow-none ps-8.5 hover:!bg-hover"
        options={Object.entries(LOCALES).map(([value, label]) => ({ value: value as Locale, label }))}
        value={i18n.locale as Locale}
        onChange={(locale) => {
          chosenLocale.set(locale);
          void activateLocale(locale);
        }}
      />
    </div>
  );
}

/** What the product is, beside the form on wide screens. */
function Pitch() {
  const { t } = useLingui();
  const points = [
    t`From the first inquiry to the paid invoice, in one place.`,
    t`Every record one keystroke away, on any screen.`,
    t`Who did what and when, sealed in a journal that nobody can rewrite.`,
  ];
  return (
    <aside className="hidden flex-col justify-center gap-8 border-s bg-canvas px-14 lg:flex xl:px-24">
      <p className="max-w-md text-balance font-semibold text-[2rem] leading-tight tracking-tight">
        {t`The back office of a service business.`}
      </p>
      <ul className="flex max-w-md flex-col gap-3.5 text-ink-muted">
        {points.map((point) => (
          <li key={point} className="flex gap-3">
            <span
              aria-hidden
              className="mt-0.5 grid size-5 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink"
            >
              <Check className="size-3" strokeWidth={3} />
            </span>
            {point}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The look of links in running text. */
export const TEXT_LINK = 'font-medium text-accent-ink underline-offset-2 hover:underline';
