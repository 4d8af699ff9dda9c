import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../ui/notice.tsx';
import { AccountLayout, TEXT_LINK } from './account-layout.tsx';

/** After a link was asked for: the same words for every address. */
export function CheckMailPage() {
  const { t } = useLingui();
  return (
    <AccountLayout
      title={t`Look into your mail`}
      footer={
        <Link to="/login" className={TEXT_LINK}>
          {t`Back to sign-in`}
        </Link>
      }
    >
      <div className="flex flex-col gap-3">
        <Notice tone="success">{t`If this address is known here, a link to sign in is on its way.`}</Notice>
        <p className="text-ink-muted text-sm">
          {t`Open it within 15 minutes, best in this browser. It works once.`}
        </p>
      </div>
    </AccountLayout>
  );
}
