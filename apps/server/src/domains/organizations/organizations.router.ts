import { mutation, query, router } from '../../kernel/trpc.ts';
import { createOrganization } from './create-organization.ts';
import { listOrganizations } from './list-organizations.ts';
import { pickOrganizations } from './pick-organizations.ts';
import { updateOrganization } from './update-organization.ts';

export const organizationsRouter = router({
  list: query(listOrganizations),
  pick: query(pickOrganizations),
  create: mutation(createOrganization),
  update: mutation(updateOrganization),
});
