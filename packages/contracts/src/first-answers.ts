/** Answers that the server has written into the page, by question: what the page would ask first. */
export type FirstAnswers = Record<string, unknown>;

/** A question as text: inputs are the same whose fields come in the same order. */
export const questionOf = (procedure: string, input: unknown): string => procedure + JSON.stringify(input);
