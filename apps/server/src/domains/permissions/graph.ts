import { isNamespace, isRelation, type Namespace, type Part, RELATIONS } from '@officina/contracts/relations';
import type { Role } from '@officina/contracts/roles';

export interface Tuple {
  namespace: Namespace;
  objectId: string;
  relation: string;
  subjectNamespace: 'user' | Namespace;
  subjectId: string;
  /** '' for the subject itself. */
  subjectRelation: string;
}

/** The tuples that a question may lead to, and which object is the firm itself. */
export interface Graph {
  tenantId: string;
  tuplesOf(namespace: Namespace, objectId: string): readonly Tuple[];
}

export function graphOf(tenantId: string, tuples: readonly Tuple[]): Graph {
  const byObject = Map.groupBy(tuples, ({ namespace, objectId }) => `${namespace}:${objectId}`);
  return {
    tenantId,
    tuplesOf: (namespace, objectId) => byObject.get(`${namespace}:${objectId}`) ?? [],
  };
}

export interface Question {
  namespace: Namespace;
  objectId: string;
  relation: string;
}

/** Somebody of the firm, as their membership stands. */
export interface Subject {
  userId: string;
  role: Role;
}

/** More steps than this lead nowhere. */
export const DEPTH = 25;

const MEMBERS: Record<string, readonly Role[]> = {
  owner: ['owner'],
  admin: ['admin'],
  member: ['manager', 'member', 'accountant'],
};

/** Relations in which something is changed: accountants only read. */
const WRITING = ['can_edit', 'can_delete', 'can_manage', 'can_comment', 'owner', 'editor', 'commenter'];

const named = ({ namespace, objectId, relation }: Question) => `${namespace}:${objectId}#${relation}`;

function partOf(graph: Graph, { namespace, objectId }: Question, part: Part): Question[] {
  if (typeof part === 'string') return [{ namespace, objectId, relation: part }];
  if ('organization' in part)
    return [{ namespace: 'organization', objectId: graph.tenantId, relation: part.organization }];
  return graph
    .tuplesOf(namespace, objectId)
    .filter(({ relation, subjectNamespace }) => relation === 'project' && subjectNamespace === 'project')
    .map(({ subjectId }) => ({ namespace: 'project', objectId: subjectId, relation: part.project }));
}

/** Where a relation leads next: its parts, or the sets of people that it was given to. */
function next(graph: Graph, question: Question): Question[] {
  const { namespace, objectId, relation } = question;
  const parts = RELATIONS[namespace].computed[relation];
  if (parts) return parts.flatMap((part) => partOf(graph, question, part));
  return graph.tuplesOf(namespace, objectId).flatMap((tuple) => {
    const { subjectNamespace, subjectId, subjectRelation } = tuple;
    if (tuple.relation !== relation || subjectNamespace === 'user' || !subjectRelation) return [];
    return [{ namespace: subjectNamespace, objectId: subjectId, relation: subjectRelation }];
  });
}

function holdsDirectly(
  graph: Graph,
  { namespace, objectId, relation }: Question,
  { userId, role }: Subject,
  reading: boolean,
): boolean {
  if (namespace === 'organization') {
    if (objectId !== graph.tenantId || (role === 'accountant' && !reading)) return false;
    return MEMBERS[relation]?.includes(role) ?? false;
  }
  return graph
    .tuplesOf(namespace, objectId)
    .some(
      (tuple) =>
        tuple.relation === relation && tuple.subjectNamespace === 'user' && tuple.subjectId === userId,
    );
}

/**
 * The shortest way from what is asked to what makes it so; null where there is none. Each relation is looked at once, so
 * that circles end, and the nearest first, so that the limit cuts off nothing that a shorter way reaches.
 */
export function pathTo(graph: Graph, asked: Question, subject: Subject): string[] | null {
  if (!isNamespace(asked.namespace) || !isRelation(asked.namespace, asked.relation)) return null;
  const reading = !WRITING.includes(asked.relation);
  const seen = new Set([named(asked)]);
  let ring: { question: Question; path: string[] }[] = [{ question: asked, path: [named(asked)] }];
  for (let depth = 0; depth <= DEPTH && ring.length; depth++) {
    const further: typeof ring = [];
    for (const { question, path } of ring) {
      if (holdsDirectly(graph, question, subject, reading)) return path;
      for (const step of next(graph, question)) {
        const name = named(step);
        if (seen.has(name)) continue;
        seen.add(name);
        further.push({ question: step, path: [...path, name] });
      }
    }
    ring = further;
  }
  return null;
}
