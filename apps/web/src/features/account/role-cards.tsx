import { useLingui } from '@lingui/react/macro';
import type { AccountRole } from '@officina/contracts/accounts';
import { Building2, Handshake, Laptop } from 'lucide-react';

interface RoleCardsProps {
  value: AccountRole;
  onChange: (role: AccountRole) => void;
}

/** What somebody comes as; one of three cards. */
export function RoleCards({ value, onChange }: RoleCardsProps) {
  const { t } = useLingui();
  const cards = [
    { role: 'freelancer', icon: Laptop, label: t`Freelancer`, text: t`I work for clients of my own.` },
    { role: 'user', icon: Building2, label: t`Agency`, text: t`We run projects as a team.` },
    { role: 'client', icon: Handshake, label: t`Client`, text: t`I order work and pay for it.` },
  ] as const;
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">{t`I come as`}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {cards.map(({ role, icon: Icon, label, text }) => (
          <label
            key={role}
            className="flex cursor-pointer flex-col gap-1 rounded-control border border-line-strong p-3 has-checked:border-accent-ink has-checked:bg-accent-soft hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent-ink has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="role"
              value={role}
              checked={value === role}
              onChange={() => onChange(role)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-5 text-accent-ink" />
            <span className="font-medium text-sm">{label}</span>
            <span className="text-ink-muted text-xs">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
