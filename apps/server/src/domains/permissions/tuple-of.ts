import {
  isNamespace,
  isRelation,
  type Namespace,
  RELATIONS,
  SUBJECT_KINDS,
  type SubjectKind,
} from '@officina/contracts/relations';
import type { permissionTuple } from '@officina/contracts/relations-inputs';
import { permissionTuples } from '@officina/db/schema/relations';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { invalid } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Tuple } from './graph.ts';

export type AskedTuple = z.output<typeof permissionTuple>;

const isKind = (word: string): word is SubjectKind => (SUBJECT_KINDS as readonly string[]).includes(word);

function subjectKindOf({ relation, subjectNamespace, subjectRelation }: AskedTuple, namespace: Namespace) {
  const kinds = RELATIONS[namespace].direct[relation] ?? [];
  if (!isKind(subjectNamespace) || !kinds.includes(subjectNamespace))
    throw invalid({ field: 'subjectNamespace', message: `Not a subject of ${relation}` });
  // A document belongs to a project itself; everything else is given to a person, or to a set of people.
  const fits =
    subjectNamespace === 'user' || relation === 'project'
      ? subjectRelation === ''
      : isRelation(subjectNamespace, subjectRelation);
  if (!fits) throw invalid({ field: 'subjectRelation', message: `Not a relation of ${subjectNamespace}` });
  return subjectNamespace;
}

/** A relation that can be given, of what was asked. Throws VALIDATION_ERROR naming what cannot. */
export function tupleOf(asked: AskedTuple): Tuple {
  const { namespace, relation, objectId, subjectId, subjectRelation } = asked;
  if (!isNamespace(namespace)) throw invalid({ field: 'namespace', message: 'Unknown namespace' });
  if (!Object.hasOwn(RELATIONS[namespace].direct, relation))
    throw invalid({ field: 'relation', message: 'Not a relation that can be granted' });
  if (namespace === 'organization')
    throw invalid({ field: 'relation', message: 'The members of the organization are its team' });
  const subjectNamespace = subjectKindOf(asked, namespace);
  if (!isUuid(subjectId)) throw invalid({ field: 'subjectId', message: 'Unknown subject' });
  return { namespace, objectId, relation, subjectNamespace, subjectId, subjectRelation };
}

export const sameTuple = (tenantId: string, tuple: Tuple) =>
  and(
    eq(permissionTuples.tenantId, tenantId),
    eq(permissionTuples.namespace, tuple.namespace),
    eq(permissionTuples.objectId, tuple.objectId),
    eq(permissionTuples.relation, tuple.relation),
    eq(permissionTuples.subjectNamespace, tuple.subjectNamespace),
    eq(permissionTuples.subjectId, tuple.subjectId),
    eq(permissionTuples.subjectRelation, tuple.subjectRelation),
  );

/** How the journal tells of a tuple. */
export const told = ({ relation, subjectNamespace, subjectId, subjectRelation }: Tuple) => ({
  relation,
  subject: `${subjectNamespace}:${subjectId}${subjectRelation && `#${subjectRelation}`}`,
});
