/** How the reset of a demo stands. */
export interface DemoState {
  /** While it runs: how much of the history is told, between 0 and 1. */
  resetting: { progress: number } | null;
  /** The last one was cut short; the demo is as it was. */
  failed: boolean;
}
