import type { ErrorData } from '@officina/contracts/errors';

const refusedForWant = (answer: { error?: { data?: ErrorData } }) =>
  answer.error?.data?.appCode === 'STEP_UP_REQUIRED';

/**
 * What the server does only for who has proved lately who they are is sent again once they have, unless they would not.
 * Of what was sent together nothing must have been done.
 */
export async function afterProof(refused: Response, again: () => Promise<Response>): Promise<Response> {
  const told: unknown = await refused
    .clone()
    .json()
    .catch(() => null);
  const answers = [told].flat().filter((answer) => typeof answer === 'object' && answer !== null);
  if (!answers.length || !answers.every(refusedForWant)) return refused;
  const { askForProof } = await import('./ask-for-proof.tsx');
  return (await askForProof().catch(() => false)) ? again() : refused;
}
