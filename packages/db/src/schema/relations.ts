import { NAMESPACES, type Namespace, SUBJECT_KINDS, type SubjectKind } from '@officina/contracts/relations';
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, oneOf, rowId, tenantId, words } from './columns.ts';
import { tenants } from './tenancy.ts';

/** Who stands in which relation to a single record: `namespace:object # relation @ subject [# its relation]`. */
export const permissionTuples = pgTable(
  'permission_tuples',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    namespace: words<Namespace>('namespace').notNull(),
    objectId: uuid('object_id').notNull(),
    relation: text('relation').notNull(),
    subjectNamespace: words<SubjectKind>('subject_namespace').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** Everybody who stands in this relation to the subject; '' for the subject itself. */
    subjectRelation: text('subject_relation').notNull().default(''),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('permission_tuples_unique').on(
      t.tenantId,
      t.namespace,
      t.objectId,
      t.relation,
      t.subjectNamespace,
      t.subjectId,
      t.subjectRelation,
    ),
    index('permission_tuples_subject').on(t.tenantId, t.subjectNamespace, t.subjectId),
    oneOf('permission_tuples_namespace', t.namespace, NAMESPACES),
    oneOf('permission_tuples_subject_kind', t.subjectNamespace, SUBJECT_KINDS),
  ],
);
