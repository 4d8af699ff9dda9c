import { Link } from '@tanstack/react-router';
import { LINK } from '../detail/link.ts';

/** The client whom a binder or a charge belongs to. */
export function ClientLink({ client }: { client: { ref: number; name: string } }) {
  return (
    <Link to="/office/clients/$ref" params={{ ref: String(client.ref) }} className={LINK}>
      {client.name}
    </Link>
  );
}
