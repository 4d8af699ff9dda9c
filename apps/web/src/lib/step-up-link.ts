import type { AppRouter } from '@officina/server/app-router';
import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { failureOf } from './errors.ts';

/** What the server does only for who has proved lately who they are is sent again once they have, unless they would not. */
export const stepUpLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    op.type === 'mutation'
      ? observable((observer) => {
          let sent = next(op).subscribe({
            ...observer,
            async error(error) {
              if (failureOf(error).code === 'STEP_UP_REQUIRED') {
                const { askForProof } = await import('../features/step-up/ask-for-proof.tsx');
                if (await askForProof().catch(() => false)) {
                  sent = next(op).subscribe(observer);
                  return;
                }
              }
              observer.error(error);
            },
          });
          return () => sent.unsubscribe();
        })
      : next(op);
