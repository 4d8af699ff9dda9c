import { useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AdmissionLayout } from './admission-layout.tsx';
import { ApplicationForm } from './application-form.tsx';
import { WithProgram } from './use-program.tsx';

const route = getRouteApi('/programs/$slug/apply');

/** An application in four steps, kept in this browser until it is sent. */
export function ApplyPage() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <AdmissionLayout
      title={t`Apply`}
      intro={
        sentTo ? undefined : t`Four short steps. What you type is kept in this browser until you send it.`
      }
    >
      <WithProgram slug={slug}>
        {(program) =>
          sentTo ? (
            <Sent slug={slug} sentTo={sentTo} />
          ) : (
            <>
              <p className="text-ink-muted text-sm">
                <Link to="/programs/$slug" params={{ slug }} className="text-accent-ink hover:underline">
                  {program.name}
                </Link>
              </p>
              <ApplicationForm program={program} onSent={setSentTo} />
            </>
          )
        }
      </WithProgram>
    </AdmissionLayout>
  );
}

function Sent({ slug, sentTo }: { slug: string; sentTo: string }) {
  const { t } = useLingui();
  return (
    <Panel>
      <EmptyState
        icon={<MailCheck />}
        title={t`Your application is in`}
        actions={
          <LinkButton to="/programs/$slug/checkout" params={{ slug }} variant="primary">
            {t`Go on to the payment`}
          </LinkButton>
        }
      >
        {t`We have mailed ${sentTo} how to go on: a link to set your password, or to sign in.`}
      </EmptyState>
    </Panel>
  );
}
