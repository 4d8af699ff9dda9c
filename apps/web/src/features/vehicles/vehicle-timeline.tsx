import { useLingui } from '@lingui/react/macro';
import type { TimelineChange } from '@officina/contracts/activities';
import { number } from '../../lib/format.ts';
import { RecordTimeline } from '../../shell/detail/record-timeline.tsx';

/** Who changed what about a vehicle when. */
export function VehicleTimeline({ vehicleId }: { vehicleId: string }) {
  const { t } = useLingui();
  const verbs: Record<string, string> = {
    'vehicle.created': t`added the vehicle`,
    'vehicle.updated': t`changed the vehicle`,
    'vehicle.deleted': t`deleted the vehicle`,
    'vehicle.restored': t`restored the vehicle`,
    'vehicle.mileage_updated': t`noted the mileage`,
    'vehicle.mileage_corrected': t`corrected the mileage`,
  };
  return (
    <RecordTimeline
      recordId={vehicleId}
      verbOf={({ verb }: TimelineChange) => verbs[verb] ?? verb}
      nobody={t`Officina`}
      labels={{
        licensePlate: t`Plate`,
        vin: t`VIN`,
        make: t`Make`,
        model: t`Model`,
        year: t`Year`,
        color: t`Colour`,
        fuel: t`Fuel`,
        firstRegistration: t`First registration`,
        nextInspection: t`Next inspection`,
        mileage: { label: t`Mileage`, print: (km: number) => `${number(km)} km` },
      }}
    />
  );
}
