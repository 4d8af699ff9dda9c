import type { TupleView } from '@officina/contracts/relations';
import type { permissionTuple } from '@officina/contracts/relations-inputs';
import { z } from 'zod';
import {
  type BatchView,
  grantPermissions,
  revokePermissions,
} from '../../../domains/permissions/change-permissions.ts';
import { checkPermission, checkPermissions } from '../../../domains/permissions/check-permission.ts';
import { grantPermission } from '../../../domains/permissions/grant-permission.ts';
import { revokePermission } from '../../../domains/permissions/revoke-permission.ts';
import { type RestRow, row } from '../../row.ts';
import { id, renamedBody, succeeded } from './wire.ts';

const tag = 'Permissions';

const FIELDS = {
  namespace: 'namespace',
  objectId: 'object_id',
  relation: 'relation',
  subjectNamespace: 'subject_namespace',
  subjectId: 'subject_id',
  subjectRelation: 'subject_relation',
} as const;

const facts = { namespace: z.string(), object_id: z.string(), relation: z.string() };
const checkBody = z.object({ ...facts, subject_id: z.string().optional() });
const tupleBody = z.object({
  ...facts,
  subject_namespace: z.string().optional(),
  subject_id: z.string(),
  subject_relation: z.string().optional(),
});
const CHECK = {
  namespace: 'namespace',
  objectId: 'object_id',
  relation: 'relation',
  subjectId: 'subject_id',
} as const;

/** A list whose objects have other words for the operation's fields; what is none stays what it is. */
const renamedList = (name: string, schema: z.ZodType) =>
  z
    .object({ [name]: z.array(z.looseObject({})) })
    .meta({ wire: z.toJSONSchema(z.object({ [name]: z.array(schema) }), { io: 'input' }) })
    .transform((body) => ({
      [name]: (body[name] ?? []).map((each) =>
        Object.fromEntries(Object.entries(FIELDS).map(([field, word]) => [field, each[word]])),
      ),
    }));

const printTuple = ({ objectId, subjectNamespace, subjectId, subjectRelation, ...rest }: TupleView) => ({
  id: rest.id,
  namespace: rest.namespace,
  object_id: objectId,
  relation: rest.relation,
  subject_namespace: subjectNamespace,
  subject_id: subjectId,
  subject_relation: subjectRelation,
});

const presentBatch = ({ results, total, succeeded: good, failed }: BatchView) => ({
  data: {
    success: failed === 0,
    results: results.map(({ objectId, subjectId, ...rest }) => ({
      ...rest,
      object_id: objectId,
      subject_id: subjectId,
    })),
    summary: { total, succeeded: good, failed },
  },
});

const batch = z.strictObject({
  success: z.boolean(),
  results: z.array(
    z.strictObject({
      success: z.boolean(),
      ...facts,
      subject_id: z.string(),
      error: z.string().optional(),
    }),
  ),
  summary: z.strictObject({ total: z.int(), succeeded: z.int(), failed: z.int() }),
});

export const permissionRows: RestRow[] = [
  row({
    method: 'POST',
    path: '/auth/permissions/check',
    summary: 'Whether somebody stands in a relation to a record',
    tag,
    operation: checkPermission,
    body: renamedBody<z.input<typeof permissionTuple>>(checkBody, CHECK),
    fields: CHECK,
    answer: 'bare',
    present: (view) => ({ data: { success: true, ...view } }),
    response: succeeded({ allowed: z.boolean(), cached: z.boolean() }),
  }),
  row({
    method: 'PUT',
    path: '/auth/permissions/check',
    summary: 'Several such questions',
    tag,
    operation: checkPermissions,
    body: renamedList('checks', checkBody) as never,
    fields: CHECK,
    answer: 'bare',
    present: (answers) => ({
      data: {
        success: true,
        results: answers.map(({ objectId, ...rest }) => ({ ...rest, object_id: objectId })),
      },
    }),
    response: succeeded({ results: z.array(z.strictObject({ ...facts, allowed: z.boolean() })) }),
  }),
  row({
    method: 'POST',
    path: '/auth/permissions/grant',
    summary: 'Put somebody in a relation to a record',
    tag,
    operation: grantPermission,
    body: renamedBody<z.input<typeof permissionTuple>>(tupleBody, FIELDS),
    fields: FIELDS,
    answer: 'bare',
    present: (tuple) => ({ data: { success: true, tuple: printTuple(tuple) } }),
    response: succeeded({
      tuple: z.strictObject({
        id,
        ...facts,
        subject_namespace: z.string(),
        subject_id: z.string(),
        subject_relation: z.string().nullable(),
      }),
    }),
  }),
  row({
    method: 'PUT',
    path: '/auth/permissions/grant',
    summary: 'Several such grants, each judged by itself',
    tag,
    operation: grantPermissions,
    body: renamedList('grants', tupleBody) as never,
    fields: FIELDS,
    answer: 'bare',
    present: presentBatch,
    response: batch,
  }),
  row({
    method: 'POST',
    path: '/auth/permissions/revoke',
    summary: 'Take a relation to a record back',
    tag,
    operation: revokePermission,
    body: renamedBody<z.input<typeof permissionTuple>>(tupleBody, FIELDS),
    fields: FIELDS,
    answer: 'bare',
    present: () => ({ data: { success: true, message: 'Permission revoked' } }),
    response: succeeded({ message: z.string() }),
  }),
  row({
    method: 'PUT',
    path: '/auth/permissions/revoke',
    summary: 'Several such revocations, each judged by itself',
    tag,
    operation: revokePermissions,
    body: renamedList('revokes', tupleBody) as never,
    fields: FIELDS,
    answer: 'bare',
    present: presentBatch,
    response: batch,
  }),
];
