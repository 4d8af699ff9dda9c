import { useLingui } from '@lingui/react/macro';
import type { ServiceRecordView, VehicleDetail } from '@officina/contracts/vehicles';
import { useNavigate } from '@tanstack/react-router';
import { FileText, Gauge, Pencil, Trash2, Wrench } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import { api } from '../../trpc.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { refreshVehicles } from './refresh-vehicles.ts';

export type VehicleDialog =
  | { kind: 'edit' }
  | { kind: 'mileage' }
  | { kind: 'service'; record?: ServiceRecordView };

/** What can be done to a vehicle. */
export function useVehicleActions(vehicle: VehicleDetail | undefined) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { act } = useAct();
  const [dialog, setDialog] = useState<VehicleDialog | null>(null);
  if (!vehicle) return { actions: [], more: [], dialog: null, setDialog };
  const { id, licensePlate, ownerId, abilities } = vehicle;
  const remove = () =>
    act({
      run: () => api.vehicles.delete.mutate({ id }),
      done: t`${licensePlate} deleted`,
      undo: () => api.vehicles.restore.mutate({ id }),
      settled: refreshVehicles,
    }).then((done) => done && navigate({ to: '/vehicles' }));
  const actions: (DetailAction | false)[] = [
    abilities.edit && {
      id: 'mileage',
      label: t`Mileage`,
      icon: <Gauge aria-hidden />,
      keys: 'm',
      run: () => setDialog({ kind: 'mileage' }),
    },
    abilities.edit && {
      id: 'service',
      label: t`Service record`,
      icon: <Wrench aria-hidden />,
      keys: 's',
      run: () => setDialog({ kind: 'service' }),
    },
    can('quotes.create') && {
      id: 'quote',
      label: t`New quote`,
      icon: <FileText aria-hidden />,
      primary: true,
      run: () => void navigate({ to: '/quotes/new', search: { contact: ownerId, vehicle: id } }),
    },
  ];
  const more: MenuEntry[] = [
    abilities.edit && {
      label: t`Edit`,
      icon: <Pencil aria-hidden />,
      run: () => setDialog({ kind: 'edit' }),
    },
    abilities.delete && {
      label: t`Delete`,
      icon: <Trash2 aria-hidden />,
      danger: true,
      run: () => void remove(),
    },
  ];
  return { actions, more, dialog, setDialog };
}
