import { useLingui } from '@lingui/react/macro';
import { type AccessView, RELATIONS } from '@officina/contracts/relations';
import { useQuery } from '@tanstack/react-query';
import { UserPlus, UsersRound, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { useAccessWords } from './access-words.ts';

const AccessForm = lazy(() => import('./access-form.tsx').then((module) => ({ default: module.AccessForm })));

export interface AccessOf {
  namespace: 'project' | 'invoice';
  objectId: string;
}

type Tuple = AccessView['tuples'][number];
const refresh = () => queryClient.invalidateQueries(trpc.permissions.pathFilter());

/** The tab of a record's page; clients see what is theirs, not who else does. */
export const accessTab = ({ label, ...of }: AccessOf & { label: string }) =>
  can('studio.clients.read') ? [{ id: 'access', label, content: () => <AccessTab {...of} /> }] : [];

/** Who can see a record and do what with it, and why; whoever decides about it opens it to others here. */
function AccessTab(of: AccessOf) {
  const { t } = useLingui();
  const [giving, setGiving] = useState(false);
  const query = useQuery(trpc.permissions.explain.queryOptions({ ...of }));
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  if (!query.data) return <SkeletonText lines={6} />;
  const { people, tuples, abilities } = query.data;
  const sets = tuples.filter(({ subjectNamespace }) => subjectNamespace !== 'user');
  return (
    <>
      <Panel
        title={t`Who can see it`}
        flush
        action={
          abilities.grant && (
            <Button
              icon={<UserPlus aria-hidden className="size-4" />}
              onClick={() => setGiving(true)}
            >{t`Open it to somebody`}</Button>
          )
        }
      >
        <ul>
          {people.map((person) => (
            <Person
              key={person.userId}
              person={person}
              given={tuples.filter(({ subjectId }) => subjectId === person.userId)}
              revocable={abilities.grant}
            />
          ))}
          {sets.map((tuple) => (
            <SetOfPeople key={tuple.id} tuple={tuple} revocable={abilities.grant} />
          ))}
        </ul>
      </Panel>
      <Suspense>
        {giving && (
          <AccessForm
            {...of}
            relations={Object.keys(RELATIONS[of.namespace].direct)}
            onClose={() => setGiving(false)}
            onGiven={() => {
              setGiving(false);
              return refresh();
            }}
          />
        )}
      </Suspense>
    </>
  );
}

const TONES: Record<string, Tone> = { can_delete: 'success', can_edit: 'info', can_view: 'neutral' };
const ROW = 'flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2.5 last:border-b-0';

interface PersonProps {
  person: AccessView['people'][number];
  /** What this very record was opened to them as. */
  given: Tuple[];
  revocable: boolean;
}

function Person({ person, given, revocable }: PersonProps) {
  const { allowedTo, because } = useAccessWords();
  const { name, email, relation, path } = person;
  return (
    <li className={ROW}>
      <Avatar name={name} />
      <div className="min-w-40 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-ink-muted text-sm">{email}</p>
      </div>
      <details className="w-56 text-sm max-sm:order-last max-sm:w-full max-sm:ps-11">
        <summary className="cursor-pointer text-ink-muted">{because(person)}</summary>
        <code dir="ltr" className="mt-1 block text-ink-faint text-xs">
          {path.map((step) => step.replace(/:[0-9a-f-]{36}/, '')).join(' → ')}
        </code>
      </details>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:ps-11 sm:w-52 sm:justify-end">
        {given.map((tuple) => (
          <Given key={tuple.id} tuple={tuple} who={name} revocable={revocable} />
        ))}
        <StatusBadge tone={TONES[relation] ?? 'neutral'}>{allowedTo(relation)}</StatusBadge>
      </div>
    </li>
  );
}

/** Everybody who stands in a relation to another record, to whom it was opened by a program. */
function SetOfPeople({ tuple, revocable }: { tuple: Tuple; revocable: boolean }) {
  const { t } = useLingui();
  const { subjectNamespace, subjectRelation } = tuple;
  const set = `${subjectNamespace}#${subjectRelation}`;
  return (
    <li className={ROW}>
      <UsersRound aria-hidden className="size-8 p-1.5 text-ink-faint" />
      <p className="min-w-40 flex-1">{t`Everybody who is ${set} elsewhere`}</p>
      <Given tuple={tuple} who={set} revocable={revocable} />
    </li>
  );
}

/** One relation that was given, with the way to take it back. */
function Given({ tuple, who, revocable }: { tuple: Tuple; who: string; revocable: boolean }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const { givenAs } = useAccessWords();
  const { namespace, objectId, relation, subjectNamespace, subjectId, subjectRelation } = tuple;
  const same = { namespace, objectId, relation, subjectNamespace, subjectId, subjectRelation };
  const as = givenAs(relation);
  const revoke = () =>
    act({
      run: () => api.permissions.revoke.mutate(same),
      done: t`It is no longer opened to ${who} as ${as}`,
      undo: () => api.permissions.grant.mutate(same),
      settled: refresh,
    });
  return (
    <span className="inline-flex items-center gap-0.5 rounded-control bg-sunken ps-2 text-sm">
      {as}
      <IconButton
        label={t`Take back from ${who}: ${as}`}
        size="sm"
        reason={revocable ? null : t`Only who decides about it can.`}
        busy={pending}
        onClick={() => void revoke()}
      >
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </span>
  );
}
