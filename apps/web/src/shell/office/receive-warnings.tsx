import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { useOfficeWords } from './words.ts';

/** What to mention to whoever brings the binder. It never keeps the binder from being received. */
export function ReceiveWarnings({ clientRef }: { clientRef: number }) {
  const { t } = useLingui();
  const { documents } = useOfficeWords();
  const { data } = useQuery(trpc.binders.receiveWarnings.queryOptions({ clientRef }));
  if (!data) return null;
  const { missingDocuments, openCharges, clientStatus } = data;
  const missing = missingDocuments.map((type) => documents[type]).join(', ');
  return (
    <>
      {clientStatus === 'frozen' && <Notice tone="info">{t`This client is frozen.`}</Notice>}
      {missing && <Notice tone="warning">{t`Not on file yet: ${missing}`}</Notice>}
      {openCharges > 0 && <Notice tone="warning">{t`Unpaid charges: ${openCharges}`}</Notice>}
    </>
  );
}
