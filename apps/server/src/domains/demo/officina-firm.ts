import type { Tenant } from '../../kernel/context.ts';
import type { Services } from '../../kernel/services.ts';
import type { Random } from './random.ts';
import type { Story, Teller } from './story.ts';

/** What the chapters of the default tenant's history are told with. */
export interface OfficinaFirm {
  services: Services;
  tenant: Tenant;
  story: Story;
  random: Random;
  /** The firm's day on which the history is told, YYYY-MM-DD. */
  today: string;
  /** Everybody by e-mail, clients of the organisations included. */
  people: Record<string, Teller>;
  /** Client organisations by name. */
  orgs: Record<string, string>;
  /** Of the engagements that several chapters tell of, known once played: `acmeDelivery`, `acmeTriage`, `globex`. */
  engagements: Record<string, string>;
  admin: Teller;
  operator: Teller;
}

/** One part of the firm's history: adds its scenes to the story. */
export type Chapter = (firm: OfficinaFirm) => void | Promise<void>;

export const engagement = ({ engagements }: OfficinaFirm, name: string): string => {
  const id = engagements[name];
  if (!id) throw new Error(`the engagement ${name} has not begun yet`);
  return id;
};

export const person = ({ people }: OfficinaFirm, email: string): Teller => {
  const found = people[email];
  if (!found) throw new Error(`${email} is nobody of the demo`);
  return found;
};
