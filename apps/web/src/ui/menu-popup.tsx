import { Menu as Base } from '@base-ui/react/menu';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { Kbd } from './kbd.tsx';
import type { MenuAction, MenuChoice, MenuProps } from './menu.tsx';

const ITEM = clsx(
  'flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1 text-sm outline-none max-md:min-h-10',
  'data-highlighted:bg-hover data-disabled:opacity-50 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-faint',
);

/** The heavy half of Menu, open from its first render; loaded on first use. */
export function MenuPopup({ trigger, entries, side = 'bottom', align = 'start' }: MenuProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-70">
          <Base.Popup className="pop max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto rounded-control bg-raised p-1 shadow-raised outline-none">
            {entries.map((entry, index) => {
              if (!entry) return null;
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no identity but their place.
              if (entry === 'separator') return <Base.Separator key={index} className="my-1 border-t" />;
              if ('options' in entry) return <Choice key={entry.legend} choice={entry} />;
              return <Action key={entry.label} action={entry} />;
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Action({ action }: { action: MenuAction }) {
  const look = clsx(ITEM, action.danger && 'text-danger [&>svg]:text-current');
  const body = (
    <>
      {action.icon}
      <span className="min-w-0 flex-1">
        <span className="block">{action.label}</span>
        {action.reason && <span className="block text-xs">{action.reason}</span>}
      </span>
      {action.keys && <Kbd keys={action.keys} />}
    </>
  );
  if (action.to && !action.reason)
    return (
      <Base.Item className={look} render={<Link {...action.to} />}>
        {body}
      </Base.Item>
    );
  if (action.href && !action.reason) {
    return (
      <Base.LinkItem className={look} href={action.href}>
        {body}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item className={look} disabled={Boolean(action.reason)} onClick={action.run}>
      {body}
    </Base.Item>
  );
}

function Choice({ choice }: { choice: MenuChoice }) {
  return (
    <Base.RadioGroup value={choice.value} onValueChange={(value) => choice.onChange(String(value))}>
      <Base.Group>
        <Base.GroupLabel className="px-2.5 pt-1.5 pb-0.5 text-ink-faint text-xs">
          {choice.legend}
        </Base.GroupLabel>
        {choice.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={ITEM} closeOnClick>
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden className="size-4" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  );
}
