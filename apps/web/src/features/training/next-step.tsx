import { useLingui } from '@lingui/react/macro';
import type { NextAction } from '@officina/contracts/training';
import { LinkButton } from '../../ui/link-button.tsx';

/** What a learner does next: why they are where they are, and the button that leads on. */
export function NextStep({ action, slug }: { action: NextAction; slug: string }) {
  const { t } = useLingui();
  const here = { params: { slug }, variant: 'primary' as const, className: 'max-sm:w-full' };
  switch (action) {
    case 'apply':
      return <LinkButton to="/programs/$slug/apply" {...here}>{t`Apply for the programme`}</LinkButton>;
    case 'pay':
      return <LinkButton to="/programs/$slug/checkout" {...here}>{t`Pay the set-up fee`}</LinkButton>;
    case 'orientation':
      return <LinkButton to="/programs/$slug/orientation" {...here}>{t`Begin the orientation`}</LinkButton>;
    case 'documents':
      return <LinkButton to="/programs/$slug/documents" {...here}>{t`Hand in your documents`}</LinkButton>;
    case 'update_payment':
      return (
        <LinkButton to="/apprentice/settings/billing" variant="primary" className="max-sm:w-full">
          {t`Settle the payment`}
        </LinkButton>
      );
    default:
      return null;
  }
}
