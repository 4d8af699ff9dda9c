import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { trpc } from '../../trpc.ts';

/** Warns while a plate is typed that another car of the garage carries it: plates move, so it forbids nothing. */
export function SamePlateHint({ exceptId }: { exceptId?: string }) {
  const { t } = useLingui();
  const plate = useDeferredValue(String(useWatch({ name: 'licensePlate' }) ?? ''));
  const { data } = useQuery({
    ...trpc.vehicles.samePlate.queryOptions({ plate, exceptId }),
    enabled: plate.replace(/\W/g, '').length >= 5,
    placeholderData: keepPreviousData,
  });
  const same = data?.items[0];
  if (!same) return null;
  const { make, model, owner } = same;
  return (
    <p role="status" className="rounded-control bg-warning-soft px-3 py-2 text-sm text-warning sm:col-span-6">
      {t`${owner.name} already has a ${make} ${model} with this plate.`}
    </p>
  );
}
