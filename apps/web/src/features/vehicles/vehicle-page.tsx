import { useLingui } from '@lingui/react/macro';
import type { VehicleDetail } from '@officina/contracts/vehicles';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { date, number } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { LINK } from '../../shell/detail/link.ts';
import { api, trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LineChart } from '../../ui/line-chart.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { MileageDialog } from './mileage-dialog.tsx';
import { refreshVehicles } from './refresh-vehicles.ts';
import { ServiceDialog } from './service-dialog.tsx';
import { ServiceList } from './service-list.tsx';
import { useVehicleActions } from './use-vehicle-actions.tsx';
import { VehicleForm } from './vehicle-form.tsx';
import { VehicleTimeline } from './vehicle-timeline.tsx';

const route = getRouteApi('/app/vehicles/$id');

export function VehiclePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.vehicles.get.queryOptions({ id }));
  const vehicle = query.data;
  const { actions, more, dialog, setDialog } = useVehicleActions(vehicle);
  const close = () => setDialog(null);
  const saved = () => {
    close();
    return refreshVehicles();
  };
  return (
    <DetailPage
      query={query}
      restore={can('vehicles.delete') && (() => api.vehicles.restore.mutate({ id }))}
      crumb={{ label: t`Vehicles`, to: '/vehicles' }}
      title={vehicle && `${vehicle.licensePlate} · ${vehicle.make} ${vehicle.model}`}
      list={{ id: 'vehicles', recordId: id }}
      actions={actions}
      more={more}
      aside={vehicle && <VehicleFacts vehicle={vehicle} />}
      tabs={
        vehicle
          ? [
              {
                id: 'service',
                label: t`Service`,
                count: vehicle.serviceRecords.length,
                content: () => (
                  <ServiceList
                    vehicle={vehicle}
                    onAdd={() => setDialog({ kind: 'service' })}
                    onEdit={(record) => setDialog({ kind: 'service', record })}
                  />
                ),
              },
              { id: 'mileage', label: t`Mileage`, content: () => <MileageHistory vehicle={vehicle} /> },
              can('activities.read') && {
                id: 'timeline',
                label: t`Timeline`,
                content: () => <VehicleTimeline vehicleId={id} />,
              },
            ]
          : []
      }
    >
      {vehicle && dialog?.kind === 'edit' && (
        <VehicleForm vehicle={vehicle} onSaved={saved} onClose={close} />
      )}
      {vehicle && dialog?.kind === 'mileage' && (
        <MileageDialog vehicle={vehicle} onSaved={saved} onClose={close} />
      )}
      {vehicle && dialog?.kind === 'service' && (
        <ServiceDialog vehicle={vehicle} record={dialog.record} onSaved={saved} onClose={close} />
      )}
    </DetailPage>
  );
}

function VehicleFacts({ vehicle }: { vehicle: VehicleDetail }) {
  const { t } = useLingui();
  const { owner } = vehicle;
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t`Owner`,
            value: (
              <Link to="/contacts/$id" params={{ id: owner.id }} className={LINK}>
                {owner.name}
              </Link>
            ),
          },
          {
            label: t`Phone`,
            value: owner.phone && (
              <a className={LINK} href={`tel:${owner.phone}`}>
                {owner.phone}
              </a>
            ),
          },
          { label: t`VIN`, value: <span className="tabular">{vehicle.vin}</span> },
          { label: t`Year`, value: vehicle.year },
          { label: t`Colour`, value: vehicle.color },
          { label: t`Fuel`, value: vehicle.fuel },
          { label: t`Mileage`, value: vehicle.mileage !== null && `${number(vehicle.mileage)} km` },
          { label: t`Last service`, value: vehicle.lastServiceOn && date(vehicle.lastServiceOn) },
          {
            label: t`First registration`,
            value: vehicle.firstRegistration && date(vehicle.firstRegistration),
          },
          { label: t`Next inspection`, value: vehicle.nextInspection && date(vehicle.nextInspection) },
        ].map((item) => ({ ...item, value: item.value === false ? null : item.value }))}
      />
    </Panel>
  );
}

function MileageHistory({ vehicle }: { vehicle: VehicleDetail }) {
  const { t } = useLingui();
  const { readings } = vehicle;
  if (readings.length === 0) return <EmptyState title={t`No mileage noted yet`} />;
  return (
    <Panel>
      <LineChart
        title={t`Mileage`}
        labels={readings.map((reading) => date(reading.readAt))}
        series={[{ name: t`Kilometres`, values: readings.map((reading) => reading.value) }]}
        print={(value) => `${number(value)} km`}
      />
    </Panel>
  );
}
