import type { Enrolled, Standing } from './standing.ts';

/** The enrolment of somebody whom the engine has let pass: it lets pass nobody without one. */
export function enrolledIn({ enrolled }: Standing): Enrolled {
  if (!enrolled) throw new Error('the engine let somebody pass who is not enrolled');
  return enrolled;
}
