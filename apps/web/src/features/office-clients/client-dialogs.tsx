import type { OfficeClientDetail } from '@officina/contracts/office-clients';
import { lazy, Suspense } from 'react';
import { ClientForm } from '../../shell/office/client-form.tsx';
import { refreshClients } from './refresh-clients.ts';
import { ReminderDialog } from './reminder-dialog.tsx';
import type { ClientDialog } from './use-client-actions.tsx';

const ReceiveDialog = lazy(() =>
  import('../../shell/office/receive-dialog.tsx').then((module) => ({ default: module.ReceiveDialog })),
);
const ChargeForm = lazy(() =>
  import('../../shell/office/charge-form.tsx').then((module) => ({ default: module.ChargeForm })),
);

interface ClientDialogsProps {
  client: OfficeClientDetail;
  dialog: ClientDialog;
  onClose: () => void;
}

/** The windows that a client's actions open. */
export function ClientDialogs({ client, dialog, onClose }: ClientDialogsProps) {
  const saved = () => {
    onClose();
    return refreshClients();
  };
  const picked = { id: String(client.ref), label: client.fullName };
  return (
    <Suspense>
      {dialog === 'edit' && <ClientForm client={client} onSaved={saved} onClose={onClose} />}
      {dialog === 'receive' && <ReceiveDialog clientRef={picked.id} onClose={onClose} />}
      {dialog === 'charge' && <ChargeForm client={picked} onSaved={saved} onClose={onClose} />}
      {dialog === 'remind' && <ReminderDialog client={client} onSaved={saved} onClose={onClose} />}
    </Suspense>
  );
}
