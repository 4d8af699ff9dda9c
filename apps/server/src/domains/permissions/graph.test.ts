import { type Namespace, RELATIONS } from '@officina/contracts/relations';
import type { Role } from '@officina/contracts/roles';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, pathTo, type Tuple } from './graph.ts';

const FIRM = 'firm';
const roles: Record<string, Role> = { ann: 'client', bob: 'member', eva: 'accountant', ivy: 'owner' };
const people = Object.keys(roles);
const ids = ['1', '2', '3'];

/** Everybody who stands in each relation, by taking all rules until nothing more follows: slow, and nothing to get wrong. */
function naive(tuples: readonly Tuple[], reading: boolean): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  const key = (namespace: string, id: string, relation: string) => `${namespace}:${id}#${relation}`;
  const of = (name: string) => sets.get(name) ?? sets.set(name, new Set()).get(name) ?? new Set<string>();
  for (const [person, role] of Object.entries(roles)) {
    if (role === 'owner') of(key('organization', FIRM, 'owner')).add(person);
    if (role === 'member' || (role === 'accountant' && reading))
      of(key('organization', FIRM, 'member')).add(person);
  }
  for (let before = -1, now = 0; now !== before; ) {
    before = now;
    for (const t of tuples) {
      const target = of(key(t.namespace, t.objectId, t.relation));
      if (t.subjectNamespace === 'user') target.add(t.subjectId);
      else if (t.subjectRelation)
        for (const who of of(key(t.subjectNamespace, t.subjectId, t.subjectRelation))) target.add(who);
    }
    for (const namespace of Object.keys(RELATIONS) as Namespace[])
      for (const id of namespace === 'organization' ? [FIRM] : ids)
        for (const [relation, parts] of Object.entries(RELATIONS[namespace].computed))
          for (const part of parts) {
            const from =
              typeof part === 'string'
                ? [key(namespace, id, part)]
                : 'organization' in part
                  ? [key('organization', FIRM, part.organization)]
                  : tuples
                      .filter(
                        (t) => t.namespace === namespace && t.objectId === id && t.relation === 'project',
                      )
                      .map((t) => key('project', t.subjectId, part.project));
            for (const name of from) for (const who of of(name)) of(key(namespace, id, relation)).add(who);
          }
    now = [...sets.values()].reduce((sum, set) => sum + set.size, 0);
  }
  return sets;
}

const relationsOf = (namespace: Namespace) => [
  ...Object.keys(RELATIONS[namespace].direct),
  ...Object.keys(RELATIONS[namespace].computed),
];
const set = fc.oneof(
  fc.constantFrom(...relationsOf('project')).chain((subjectRelation) =>
    fc.constantFrom(...ids).map((subjectId) => ({
      subjectNamespace: 'project' as const,
      subjectId,
      subjectRelation,
    })),
  ),
  fc.constantFrom(...relationsOf('organization')).map((subjectRelation) => ({
    subjectNamespace: 'organization' as const,
    subjectId: FIRM,
    subjectRelation,
  })),
  fc
    .constantFrom(...people)
    .map((subjectId) => ({ subjectNamespace: 'user' as const, subjectId, subjectRelation: '' })),
);
const tuple: fc.Arbitrary<Tuple> = fc.oneof(
  fc
    .tuple(fc.constantFrom('project', 'document', 'invoice'), fc.constantFrom(...ids), set)
    .chain(([namespace, objectId, subject]) =>
      fc
        .constantFrom(
          ...Object.keys(RELATIONS[namespace as Namespace].direct).filter((name) => name !== 'project'),
        )
        .map((relation) => ({ namespace: namespace as Namespace, objectId, relation, ...subject })),
    ),
  fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).map(([objectId, subjectId]) => ({
    namespace: 'document' as const,
    objectId,
    relation: 'project',
    subjectNamespace: 'project' as const,
    subjectId,
    subjectRelation: '',
  })),
);

describe('relations', () => {
  it('follow from one another as the plain rules say, in circles and deep unions too', () => {
    const question = fc.constantFrom<Namespace>('project', 'document', 'invoice').chain((namespace) =>
      fc.record({
        namespace: fc.constant(namespace),
        objectId: fc.constantFrom(...ids),
        relation: fc.constantFrom(...relationsOf(namespace)),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(tuple, { maxLength: 14 }),
        fc.array(question, { minLength: 1, maxLength: 6 }),
        (tuples, questions) => {
          const graph = graphOf(FIRM, tuples);
          for (const asked of questions) {
            const reading = asked.relation === 'can_view' || ['viewer', 'project'].includes(asked.relation);
            const everybody = naive(tuples, reading);
            const name = `${asked.namespace}:${asked.objectId}#${asked.relation}`;
            for (const [userId, role] of Object.entries(roles)) {
              const path = pathTo(graph, asked, { userId, role });
              expect(path !== null, `${userId} ${name}`).toBe(everybody.get(name)?.has(userId) ?? false);
              if (path) expect(path[0]).toBe(name);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('end after 25 steps', () => {
    const chain = (length: number): Tuple[] => [
      ...Array.from({ length }, (_, i) => ({
        namespace: 'project' as const,
        objectId: String(i),
        relation: 'viewer',
        subjectNamespace: 'project' as const,
        subjectId: String(i + 1),
        subjectRelation: 'viewer',
      })),
      {
        namespace: 'project',
        objectId: String(length),
        relation: 'viewer',
        subjectNamespace: 'user',
        subjectId: 'ann',
        subjectRelation: '',
      },
    ];
    const asked = { namespace: 'project', objectId: '0', relation: 'viewer' } as const;
    const ann = { userId: 'ann', role: 'client' } as const;
    expect(pathTo(graphOf(FIRM, chain(25)), asked, ann)).toHaveLength(26);
    expect(pathTo(graphOf(FIRM, chain(26)), asked, ann)).toBeNull();
  });
});
