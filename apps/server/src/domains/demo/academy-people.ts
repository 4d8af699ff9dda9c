import type { DemoPerson } from './demo-accounts.ts';

/** How far somebody has come when the demo begins. */
export type Reached =
  | 'applied'
  | 'enrolled'
  | 'oriented'
  | 'active'
  | 'past_due'
  | 'refunded'
  | 'suspended'
  | 'completed';

export interface DemoLearner {
  email: string;
  name: string;
  reached: Reached;
  /** Monday of the start: so many weeks before the latest one. */
  weeks: number;
  hoursPerWeek: number;
  shop: 'Main Street Barbers' | 'Uptown Cuts' | null;
}

const MAIN = 'Main Street Barbers';
const UPTOWN = 'Uptown Cuts';

// biome-ignore format: a table is read by its rows
const ROWS: readonly [email: string, name: string, Reached, weeks: number, hours: number, DemoLearner['shop']][] = [
  ['learner@demo.test', 'Jordan Ellis', 'active', 0, 40, MAIN],
  ['newlearner@demo.test', 'Casey Nguyen', 'enrolled', 0, 40, null],
  ['learner.applied@demo.test', 'Riley Brooks', 'applied', 0, 40, null],
  ['learner.oriented@demo.test', 'Morgan Diaz', 'oriented', 0, 30, null],
  ['learner.pastdue@demo.test', 'Taylor Reed', 'past_due', 8, 40, MAIN],
  ['learner.refunded@demo.test', 'Avery Cole', 'refunded', 6, 40, MAIN],
  ['learner.suspended@demo.test', 'Quinn Foster', 'suspended', 5, 35, MAIN],
  ['learner.completed@demo.test', 'Sam Whitaker', 'completed', 40, 50, UPTOWN],
  ['maya.torres@learners.test', 'Maya Torres', 'active', 12, 40, MAIN],
  ['devon.price@learners.test', 'Devon Price', 'active', 9, 30, MAIN],
  ['lena.hart@learners.test', 'Lena Hart', 'active', 15, 45, UPTOWN],
  ['omar.said@learners.test', 'Omar Said', 'active', 4, 40, UPTOWN],
];

export const DEMO_LEARNERS: readonly DemoLearner[] = ROWS.map(
  ([email, name, reached, weeks, hoursPerWeek, shop]) => ({
    ...{ email, name, reached, weeks, hoursPerWeek, shop },
  }),
);

/** Moved over from an older system, without a record to clock hours under. */
export const IMPORTED = { email: 'learner.imported@demo.test', name: 'Drew Hall' };

/** Those whom the sign-in page does not offer. */
export const FURTHER_LEARNERS: readonly DemoPerson[] = [...DEMO_LEARNERS, IMPORTED]
  .filter(({ email }) => email !== 'learner@demo.test' && email !== 'newlearner@demo.test')
  .map(({ email, name }) => ({ email, name, role: 'learner' }));
