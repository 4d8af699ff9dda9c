import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, the longest first. */
const LONG = [
  'web/e2e/access',
  'web/e2e/consultancy',
  'web/e2e/demo',
  'web/e2e/client-portal',
  'web/e2e/sign-in',
  'sweeps/hostile-input',
  'demo/levi-tax',
  'demo/demo',
  'tenancy/follow-plan',
  'sweeps/tenants',
  'db/src/embedded',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return at < 0 ? LONG.length : at;
};

/** Begins with the files that take longest, so that no worker is left alone with one at the end. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
