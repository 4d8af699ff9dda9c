import type { TrialCheck, TrialStep } from '@officina/contracts/sso';

/** What is checked of a sign-in, in its order: a trial prints it. What is thrown is about the check that was begun last. */
export class Protocol {
  readonly steps: TrialStep[] = [];

  begin(check: TrialCheck): void {
    this.steps.push({ check, ok: true, detail: '' });
  }

  /** What was found by the check that was begun last. */
  note(detail: string): void {
    const last = this.steps.at(-1);
    if (last) last.detail = detail.slice(0, 500);
  }

  fail(reason: string): void {
    const last = this.steps.at(-1);
    if (last) Object.assign(last, { ok: false, detail: reason.slice(0, 500) });
  }
}
