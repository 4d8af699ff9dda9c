import { useLingui } from '@lingui/react/macro';
import type { VehicleListItem } from '@officina/contracts/vehicles';
import { date, number } from '../../lib/format.ts';
import type { CellEditor } from '../../shell/list/cell-edit.ts';
import type { Column, Filter } from '../../shell/list/types.ts';
import { contactName, searchContacts } from '../../shell/pickers.ts';
import { api } from '../../trpc.ts';

const fieldEditor = (field: 'color' | 'fuel'): CellEditor<VehicleListItem> => ({
  kind: 'text',
  value: (row) => row[field] ?? '',
  change: ({ id }, value) => {
    const shown = { [field]: value.trim() || null };
    return { shown, save: (version) => api.vehicles.update.mutate({ id, version, ...shown }) };
  },
});

const inspectionEditor: CellEditor<VehicleListItem> = {
  kind: 'date',
  value: (row) => row.nextInspection,
  change: ({ id }, nextInspection) => ({
    shown: { nextInspection },
    save: (version) => api.vehicles.update.mutate({ id, version, nextInspection }),
  }),
};

/** The mileage has no editor: it may only rise, and lowering it needs a reason. */
export function useVehicleColumns(): Column<VehicleListItem>[] {
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
    {
      id: 'color',
      header: t`Colour`,
      width: '8rem',
      hidden: true,
      cell: (row) => row.color,
      edit: fieldEditor('color'),
    },
    {
      id: 'fuel',
      header: t`Fuel`,
      width: '8rem',
      hidden: true,
      cell: (row) => row.fuel,
      edit: fieldEditor('fuel'),
    },
    { id: 'vin', header: t`VIN`, width: '12rem', hidden: true, cell: (row) => row.vin },
    {
      id: 'inspection',
      header: t`Next inspection`,
      width: '9rem',
      hidden: true,
      cell: (row) => row.nextInspection && date(row.nextInspection),
      edit: inspectionEditor,
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

export function useVehicleFilters(): Filter[] {
  const { t } = useLingui();
  return [{ id: 'owner', label: t`Owner`, kind: 'record', search: searchContacts, nameOf: contactName }];
}
