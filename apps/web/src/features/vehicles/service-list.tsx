import { useLingui } from '@lingui/react/macro';
import type { ServiceRecordView, VehicleDetail } from '@officina/contracts/vehicles';
import { Pencil, Trash2, Wrench } from 'lucide-react';
import { date, money, number } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { refreshVehicles } from './refresh-vehicles.ts';

interface ServiceListProps {
  vehicle: VehicleDetail;
  onAdd: () => void;
  onEdit: (record: ServiceRecordView) => void;
}

/** What was done to the car, newest first. */
export function ServiceList({ vehicle, onAdd, onEdit }: ServiceListProps) {
  const { t } = useLingui();
  const { act } = useAct();
  const { edit } = vehicle.abilities;
  if (vehicle.serviceRecords.length === 0) {
    return (
      <EmptyState
        icon={<Wrench />}
        title={t`No service yet`}
        actions={edit && <Button onClick={onAdd}>{t`Add a service record`}</Button>}
      />
    );
  }
  const remove = (record: ServiceRecordView) =>
    void act({
      run: () => api.vehicles.deleteServiceRecord.mutate({ id: record.id }),
      done: t`Service record deleted`,
      undo: () => api.vehicles.restoreServiceRecord.mutate({ id: record.id }),
      settled: refreshVehicles,
    });
  return (
    <Panel flush>
      <ul>
        {vehicle.serviceRecords.map((record) => (
          <li key={record.id} className="flex items-start gap-3 border-b px-4 py-3 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="font-medium">{record.description}</p>
              <p className="text-ink-muted text-sm">
                {date(record.date)} · {number(record.mileage)} km
                {record.laborHours !== null && ` · ${t`${number(record.laborHours)} h`}`}
              </p>
              {record.parts.length > 0 && (
                <p className="text-ink-faint text-sm">
                  {record.parts.map((part) => `${number(part.quantity)} × ${part.name}`).join(', ')}
                </p>
              )}
            </div>
            {record.costCents !== null && (
              <span className="tabular shrink-0 pt-0.5">{money(record.costCents)}</span>
            )}
            {edit && (
              <span className="flex shrink-0">
                <IconButton label={t`Edit`} size="sm" onClick={() => onEdit(record)}>
                  <Pencil aria-hidden className="size-4" />
                </IconButton>
                <IconButton label={t`Delete`} size="sm" onClick={() => remove(record)}>
                  <Trash2 aria-hidden className="size-4" />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
