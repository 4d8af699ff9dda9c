/** What relations are about: the firm itself and single records of it. */
export const NAMESPACES = ['organization', 'project', 'document', 'invoice'] as const;
export type Namespace = (typeof NAMESPACES)[number];

export const SUBJECT_KINDS = ['user', ...NAMESPACES] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
