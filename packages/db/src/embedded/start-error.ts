/** A start that cannot go on; its message tells a newcomer what is in the way and what to do. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}
