import type { OrgStanding } from './portal.ts';

/** A client organisation of the consultancy. */
export interface OrganizationView {
  id: string;
  name: string;
  standing: OrgStanding;
  domain: string | null;
  /** When somebody vouched for the domain; until then it decides nothing. */
  domainVerifiedAt: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface OrganizationItem extends OrganizationView {
  /** People of theirs who may sign in. */
  membersCount: number;
  engagementsCount: number;
  abilities: { edit: boolean };
}

/** An organisation as pickers need it. */
export type OrganizationPick = Pick<OrganizationView, 'id' | 'name' | 'domain'>;
