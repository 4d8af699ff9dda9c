import { msg } from '@lingui/core/macro';
import { CarFront } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';
import { findRecords } from '../../shell/find-records.ts';

export const commands: DomainCommands = {
  part: 'vehicles',
  records: [
    {
      id: 'vehicles',
      label: msg`Vehicles`,
      icon: CarFront,
      permission: 'vehicles.read',
      search: async (text) =>
        (await findRecords(text)).vehicles.map((vehicle) => ({
          id: vehicle.id,
          label: vehicle.licensePlate,
          note: `${vehicle.make} ${vehicle.model} · ${vehicle.owner.name}`,
          to: { to: '/vehicles/$id', params: { id: vehicle.id } },
        })),
    },
  ],
  actions: [
    {
      id: 'vehicles.new',
      label: msg`Add a vehicle`,
      icon: CarFront,
      permission: 'vehicles.create',
      to: { to: '/vehicles', search: { new: '1' } },
    },
  ],
};
