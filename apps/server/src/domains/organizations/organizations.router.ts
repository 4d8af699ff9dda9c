import { mutation, query, router } from '../../kernel/trpc.ts';
import { createOrganization } from './create-organization.ts';
import { listOrganizations } from './list-organizations.ts';
import { updateOrganization } from './update-organization.ts';

export const organizationsRouter = router({
  list: query(listOrganizations),
  create: mutation(createOrganization),
  update: mutation(updateOrganization),
});
