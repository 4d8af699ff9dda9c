import type { OrganizationView } from '@officina/contracts/organizations';
import { organizationCreate } from '@officina/contracts/organizations-inputs';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { addOrganization } from './add-organization.ts';
import { presentOrganization } from './organization-row.ts';

export const nameTaken = () =>
  new AppError('CONFLICT', 'An organization of this name already exists', [
    { field: 'name', message: 'Already taken' },
  ]);

/** A client organisation by the hand of an admin. Its domain is not verified yet. */
export const createOrganization = write({
  name: 'organizations.create',
  permission: 'portal.organizations.manage',
  input: organizationCreate,
  async run(ctx, { name, standing, domain = null }): Promise<OrganizationView> {
    const id = await addOrganization(ctx, { name, standing, domain });
    if (!id) throw nameTaken();
    const at = toDate(ctx.now);
    const stamps = { domainVerifiedAt: null, version: 1, createdAt: at, updatedAt: at };
    return presentOrganization({ id, name, standing, domain, ...stamps });
  },
});
