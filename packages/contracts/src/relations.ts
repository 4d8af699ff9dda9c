import type { Role } from './roles.ts';

/** What relations are about: the firm itself and single records of it. */
export const NAMESPACES = ['organization', 'project', 'document', 'invoice'] as const;
export type Namespace = (typeof NAMESPACES)[number];

export const SUBJECT_KINDS = ['user', ...NAMESPACES] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A part of a computed relation: another relation to the same object, to the firm, or to the document's project. */
export type Part = string | { organization: string } | { project: string };

export interface RelationModel {
  /** Relation → the kinds of subject that it takes. Those of the firm itself are read from memberships. */
  direct: Record<string, readonly SubjectKind[]>;
  /** Relation → whoever stands in one of these. */
  computed: Record<string, readonly Part[]>;
  /** Who stands in this relation may give others a relation to the object. */
  control: string;
}

const SHARED = ['user', 'organization', 'project'] as const;
const firm = (organization: string): Part => ({ organization });
const ofProject = (project: string): Part => ({ project });

/** Source: studio specification §4.3. */
export const RELATIONS: Record<Namespace, RelationModel> = {
  organization: {
    direct: { owner: [], admin: [], member: [] },
    computed: { can_manage: ['owner', 'admin'], can_view: ['can_manage', 'member'] },
    control: 'can_manage',
  },
  project: {
    direct: { owner: SHARED, editor: SHARED, viewer: SHARED },
    computed: {
      can_delete: ['owner', firm('can_manage')],
      can_edit: ['can_delete', 'editor', firm('member')],
      can_view: ['can_edit', 'viewer', firm('can_view')],
    },
    control: 'can_delete',
  },
  document: {
    direct: { project: ['project'], owner: SHARED, editor: SHARED, viewer: SHARED, commenter: SHARED },
    computed: {
      can_delete: ['owner', firm('can_manage')],
      can_edit: ['can_delete', 'editor', ofProject('can_edit')],
      can_comment: ['can_edit', 'commenter'],
      can_view: ['can_comment', 'viewer', ofProject('can_view')],
    },
    control: 'can_delete',
  },
  invoice: {
    direct: { owner: SHARED, viewer: SHARED },
    computed: {
      can_edit: ['owner', firm('can_manage')],
      can_view: ['can_edit', 'viewer', firm('can_view')],
    },
    control: 'owner',
  },
};

export const isNamespace = (word: string): word is Namespace =>
  (NAMESPACES as readonly string[]).includes(word);

/** Direct or computed. */
export const isRelation = (namespace: Namespace, relation: string): boolean =>
  Object.hasOwn(RELATIONS[namespace].direct, relation) ||
  Object.hasOwn(RELATIONS[namespace].computed, relation);

export interface TupleView {
  id: string;
  namespace: Namespace;
  objectId: string;
  relation: string;
  subjectNamespace: SubjectKind;
  subjectId: string;
  subjectRelation: string | null;
}

/** Who can do what with a record, and through which relations. */
export interface AccessView {
  people: {
    userId: string;
    name: string;
    email: string;
    role: Role;
    /** The strongest that they have. */
    relation: string;
    /** From what they can do to what makes it so. */
    path: string[];
  }[];
  tuples: (TupleView & { subjectName: string })[];
  abilities: { grant: boolean };
}

/** Somebody to whom a record can be opened. */
export interface CandidateView {
  userId: string;
  name: string;
  email: string;
  role: Role;
}
