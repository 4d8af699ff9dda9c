import type { PublicQuoteView } from '@officina/contracts/sales';
import { Globe, Mail, MapPin, Phone } from 'lucide-react';
import type { ReactNode } from 'react';

/** Who sent the quote and how to reach them. */
export function Seller({ seller }: { seller: PublicQuoteView['seller'] }) {
  const { name, address, phone, email, website } = seller;
  const place = address && [address.street, [address.postalCode, address.city].filter(Boolean).join(' ')];
  return (
    <header>
      <h1 className="font-semibold text-xl tracking-tight">{name}</h1>
      <ul className="mt-1.5 flex flex-col gap-1 text-ink-muted text-sm">
        {place && <Line icon={<MapPin />}>{place.filter(Boolean).join(', ')}</Line>}
        {phone && (
          <Line icon={<Phone />}>
            <a href={`tel:${phone}`} className={LINK}>
              {phone}
            </a>
          </Line>
        )}
        {email && (
          <Line icon={<Mail />}>
            <a href={`mailto:${email}`} className={LINK}>
              {email}
            </a>
          </Line>
        )}
        {website && <Line icon={<Globe />}>{website}</Line>}
      </ul>
    </header>
  );
}

const LINK = 'underline-offset-2 hover:underline';

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <span aria-hidden className="mt-0.5 [&>svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}
