import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { VEHICLE_SORTS, type VehicleListItem } from '@officina/contracts/vehicles';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CarFront, Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { can } from '../../lib/session.ts';
import { each } from '../../shell/list/bulk.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { refreshVehicles } from './refresh-vehicles.ts';
import { useVehicleColumns, useVehicleFilters } from './vehicle-columns.tsx';

const VehicleForm = lazy(() =>
  import('./vehicle-form.tsx').then((module) => ({ default: module.VehicleForm })),
);

const route = getRouteApi('/app/vehicles');
const open = (row: VehicleListItem) => ({ to: '/vehicles/$id', params: { id: row.id } }) as const;

export function VehiclesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList<VehicleListItem>({
    id: 'vehicles',
    search,
    columns: useVehicleColumns(),
    filters: useVehicleFilters(),
    sort: '-createdAt',
  });
  const filters = { search: search.q, ownerId: search.owner };
  const order = {
    sort: words(list.sort?.by, VEHICLE_SORTS)?.[0],
    dir: list.sort?.desc === false ? 'asc' : 'desc',
  } as const;
  const query = useInfiniteQuery(
    trpc.vehicles.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters, ...order }, INFINITE),
  );
  const setNew = (on: boolean) => list.set({ new: on ? '1' : undefined });
  const create = can('vehicles.create') && { label: t`Add a vehicle`, run: () => setNew(true) };
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Vehicles`}
        nameOf={(row) => `${row.licensePlate} · ${row.make} ${row.model}`}
        open={open}
        create={create}
        csv={{
          name: t`vehicles`,
          page: (at) => api.vehicles.list.query({ ...filters, ...order, ...at }),
        }}
        matches={() => api.vehicles.matches.query(filters)}
        edits={{ listKey: trpc.vehicles.list.pathKey(), can: (row) => row.abilities.edit }}
        settled={refreshVehicles}
        bulk={[
          can('vehicles.delete') && {
            id: 'delete',
            label: t`Delete`,
            icon: <Trash2 aria-hidden className="size-4" />,
            danger: true,
            run: each(api.vehicles.deleteMany, ({ id }) => ({ id })),
            undo: each(api.vehicles.restoreMany, ({ id }) => ({ id })),
            done: (count) => plural(count, { one: '# vehicle deleted', other: '# vehicles deleted' }),
          },
        ]}
        empty={{
          icon: <CarFront />,
          title: t`The first vehicle`,
          text: t`Plate, VIN and owner: its history then writes itself.`,
        }}
      />
      <Suspense>
        {search.new && create && (
          <VehicleForm
            ownerId={search.owner}
            onClose={() => setNew(false)}
            onSaved={(vehicle) => {
              void refreshVehicles();
              void navigate({ to: '/vehicles/$id', params: { id: vehicle.id } });
            }}
          />
        )}
      </Suspense>
    </>
  );
}
