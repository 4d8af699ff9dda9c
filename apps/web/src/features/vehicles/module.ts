import { msg } from '@lingui/core/macro';
import { CarFront } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const vehiclesModule: Module = {
  id: 'vehicles',
  label: msg`Vehicles`,
  icon: CarFront,
  to: '/vehicles',
  permission: 'vehicles.read',
  part: 'vehicles',
  key: 'v',
  depends: { vehicles: ['vehicle', 'service_record', 'contact'] },
};
