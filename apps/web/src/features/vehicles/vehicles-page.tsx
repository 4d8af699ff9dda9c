import { useLingui } from '@lingui/react/macro';
import { VEHICLE_SORTS, type VehicleListItem } from '@officina/contracts/vehicles';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CarFront, Trash2 } from 'lucide-react';
import { date, number } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { contactName, searchContacts } from '../../shell/pickers.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { refreshVehicles } from './refresh-vehicles.ts';
import { VehicleForm } from './vehicle-form.tsx';

const route = getRouteApi('/app/vehicles');
const open = (row: VehicleListItem) => ({ to: '/vehicles/$id', params: { id: row.id } }) as const;

export function VehiclesPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList<VehicleListItem>({
    id: 'vehicles',
    search,
    columns: useColumns(),
    filters: useFilters(),
    sort: '-createdAt',
  });
  const query = useInfiniteQuery(
    trpc.vehicles.list.infiniteQueryOptions(
      {
        limit: PAGE_SIZE,
        search: search.q,
        ownerId: search.owner,
        sort: words(list.sort?.by, VEHICLE_SORTS)?.[0],
        dir: list.sort?.desc === false ? 'asc' : 'desc',
      },
      INFINITE,
    ),
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
        csv={`${t`vehicles`}.csv`}
        settled={refreshVehicles}
        bulk={[
          can('vehicles.delete') && {
            id: 'delete',
            label: t`Delete`,
            icon: <Trash2 aria-hidden className="size-4" />,
            danger: true,
            run: (row) => api.vehicles.delete.mutate({ id: row.id }),
            undo: (row) => api.vehicles.restore.mutate({ id: row.id }),
            done: (count) => t`${count} vehicles deleted`,
          },
        ]}
        empty={{
          icon: <CarFront />,
          title: t`The first vehicle`,
          text: t`Plate, VIN and owner: its history then writes itself.`,
          actions: create && <Button variant="primary" onClick={create.run}>{t`Add a vehicle`}</Button>,
        }}
      />
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
    </>
  );
}

function useColumns(): Column<VehicleListItem>[] {
  const { t } = useLingui();
  return [
    {
      id: 'plate',
      header: t`Plate`,
      width: '8rem',
      sort: 'licensePlate',
      card: 'title',
      cell: (row) => <span className="tabular">{row.licensePlate}</span>,
      text: (row) => row.licensePlate,
    },
    {
      id: 'model',
      header: t`Make and model`,
      width: 'minmax(10rem,1fr)',
      card: 'line',
      cell: (row) => `${row.make} ${row.model}`,
    },
    {
      id: 'owner',
      header: t`Owner`,
      width: 'minmax(10rem,1fr)',
      card: 'line',
      cell: (row) => row.owner.name,
    },
    {
      id: 'year',
      header: t`Year`,
      width: '5rem',
      align: 'end',
      cell: (row) => row.year,
      text: (row) => String(row.year),
    },
    {
      id: 'mileage',
      header: t`Mileage`,
      width: '8rem',
      align: 'end',
      card: 'end',
      cell: (row) => (row.mileage === null ? null : `${number(row.mileage)} km`),
    },
    {
      id: 'service',
      header: t`Last service`,
      width: '9rem',
      cell: (row) => row.lastServiceOn && date(row.lastServiceOn),
    },
    { id: 'vin', header: t`VIN`, width: '12rem', hidden: true, cell: (row) => row.vin },
    {
      id: 'inspection',
      header: t`Next inspection`,
      width: '9rem',
      hidden: true,
      cell: (row) => row.nextInspection && date(row.nextInspection),
    },
    {
      id: 'created',
      header: t`Added`,
      width: '8.5rem',
      sort: 'createdAt',
      hidden: true,
      cell: (row) => date(row.createdAt),
    },
  ];
}

function useFilters(): Filter[] {
  const { t } = useLingui();
  return [{ id: 'owner', label: t`Owner`, kind: 'record', search: searchContacts, nameOf: contactName }];
}
