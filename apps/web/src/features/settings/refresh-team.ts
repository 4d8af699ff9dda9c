import { queryClient, trpc } from '../../trpc.ts';

/** After a change of the team: its members, who can be assigned, and how much of the plan is used. */
export function refreshTeam() {
  return Promise.all(
    [trpc.tenancy.members, trpc.tenancy.colleagues, trpc.tenancy.usage].map((procedure) =>
      queryClient.invalidateQueries({ queryKey: procedure.queryKey() }),
    ),
  );
}
