import { useLingui } from '@lingui/react/macro';
import type { PersonItem } from '@officina/contracts/people';
import { Send, UserCheck, X } from 'lucide-react';
import { date, dateTime } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/panel.tsx';
import { personName, usePersonWords } from './person-words.ts';
import { usePersonVerbs } from './use-person-actions.tsx';

/** Who is invited or disabled: what is known of them, and what lets them in. */
export function PersonDialog({ person, onClose }: { person: PersonItem; onClose: () => void }) {
  const { t } = useLingui();
  const { roles, states } = usePersonWords();
  const { enable, resend, revoke, pending } = usePersonVerbs(person);
  const { email, role, state, organization, invitation, joinedAt, abilities } = person;
  const then = (verb: () => Promise<unknown>) => () => void verb().then(onClose);
  return (
    <Dialog
      title={personName(person)}
      size="sm"
      onClose={onClose}
      footer={
        <>
          {abilities.invite && (
            <Button icon={<X aria-hidden className="size-4" />} busy={pending} onClick={then(revoke)}>
              {t`Take the invitation back`}
            </Button>
          )}
          {abilities.invite && (
            <Button
              variant="primary"
              icon={<Send aria-hidden className="size-4" />}
              busy={pending}
              onClick={then(resend)}
            >
              {t`Send again`}
            </Button>
          )}
          {abilities.enable && (
            <Button
              variant="primary"
              icon={<UserCheck aria-hidden className="size-4" />}
              busy={pending}
              onClick={then(enable)}
            >
              {t`Enable`}
            </Button>
          )}
        </>
      }
    >
      <Facts
        items={[
          { label: t`State`, value: states[state] },
          { label: t`E-mail`, value: <bdi>{email}</bdi> },
          { label: t`Organisation`, value: organization.name },
          { label: t`Role`, value: roles[role] },
          { label: t`Since`, value: joinedAt && date(joinedAt) },
          { label: t`Invited by`, value: invitation?.invitedBy },
          {
            label: invitation?.expired ? t`Expired` : t`Valid until`,
            value: invitation && dateTime(invitation.expiresAt),
          },
        ]}
      />
    </Dialog>
  );
}
