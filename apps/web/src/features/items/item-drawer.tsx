import { useLingui } from '@lingui/react/macro';
import type { ItemView } from '@officina/contracts/item-sales';
import { useState } from 'react';
import { number } from '../../lib/format.ts';
import { toastDone, toastFailure } from '../../lib/toast.ts';
import { uploadCall } from '../../lib/upload.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Facts } from '../../ui/panel.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { priceOf, soldCount, soldText, useItemTypes } from './item-words.ts';

/** Sends what buyers of an item get. */
function useFile({ id }: ItemView) {
  const { t } = useLingui();
  const [progress, setProgress] = useState<number | null>(null);
  const upload = async ([file]: File[]) => {
    if (!file) return;
    const form = new FormData();
    form.set('id', id);
    form.set('file', file);
    setProgress(0);
    try {
      await uploadCall<ItemView>('items.setFile', form, setProgress);
      toastDone(t`Buyers get this file from now on`);
      await queryClient.invalidateQueries(trpc.items.pathFilter());
    } catch (error) {
      toastFailure(error);
    }
    setProgress(null);
  };
  return { progress, upload };
}

/** One item: its prices, what was sold of it, and the file that buyers get. */
export function ItemDrawer({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t } = useLingui();
  const { types } = useItemTypes();
  const { progress, upload } = useFile(item);
  return (
    <Dialog drawer size="md" title={item.title} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Facts
          items={[
            { label: t`Kind`, value: types[item.itemType] },
            { label: t`Maker`, value: item.creator },
            { label: t`File`, value: item.filename ?? t`None yet` },
            { label: t`Sold`, value: number(soldCount(item)) },
            { label: t`Sales`, value: soldText(item) || null },
            { label: t`Fee`, value: soldText(item, 'feeCents') || null },
            { label: t`Payout`, value: soldText(item, 'payoutCents') || null },
          ]}
        />
        <Table aria-label={t`Prices`}>
          <thead>
            <tr>
              <Th>{t`Name`}</Th>
              <Th>{t`Id for programs`}</Th>
              <Th numeric>{t`Downloads`}</Th>
              <Th numeric>{t`Price`}</Th>
            </tr>
          </thead>
          <tbody>
            {item.tiers.map((tier) => (
              <tr key={tier.id}>
                <Td>{tier.name}</Td>
                <Td>
                  <code dir="ltr">{tier.id}</code>
                </Td>
                <Td numeric>{tier.downloads ?? '∞'}</Td>
                <Td numeric>{priceOf(tier)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        {item.abilities.edit && (
          <DropZone
            label={item.hasFile ? t`Replace the file` : t`Add the file`}
            onFiles={(files) => void upload(files)}
            progress={progress}
            hint={t`PDF or image, up to 8 MB. Who has bought it gets the new one too.`}
          />
        )}
      </div>
    </Dialog>
  );
}
