import { type FirstAnswers, questionOf } from '@officina/contracts/first-answers';
import type { AppRouter } from '@officina/server/app-router';
import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';

const answers: FirstAnswers = JSON.parse(document.getElementById('officina-answers')?.textContent || '{}');

/** Answers the page's first questions from what the server wrote into it, each once; all others go on to the server. */
export const firstAnswersLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) => {
    const question = questionOf(op.path, op.input);
    const data = answers[question];
    if (data === undefined) return next(op);
    delete answers[question];
    return observable((observer) => {
      observer.next({ result: { type: 'data', data } });
      observer.complete();
    });
  };
