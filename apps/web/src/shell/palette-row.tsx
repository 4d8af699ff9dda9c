import { Command } from 'cmdk';
import { CornerDownLeft, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Kbd } from '../ui/kbd.tsx';

export function PaletteGroup({
  heading,
  hidden,
  children,
}: {
  heading: string;
  hidden?: boolean;
  children: ReactNode;
}) {
  if (hidden) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}

interface PaletteRowProps {
  value: string;
  icon?: LucideIcon;
  label: string;
  note?: string | null;
  keys?: string;
  onSelect: () => void;
}

export function PaletteRow({
  value,
  icon: Icon = CornerDownLeft,
  label,
  note,
  keys,
  onSelect,
}: PaletteRowProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default items-center gap-3 rounded-md px-2.5 py-1 data-[selected=true]:bg-hover max-md:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="truncate">{label}</span>
      {note && (
        <span className="min-w-0 flex-1 truncate text-left text-ink-faint text-sm [unicode-bidi:plaintext] rtl:text-right">
          {note}
        </span>
      )}
      {keys && (
        <span className="ms-auto">
          <Kbd keys={keys} />
        </span>
      )}
    </Command.Item>
  );
}
