import { useLingui } from '@lingui/react/macro';
import type { IntakeAnswer } from '@officina/contracts/catalogue';
import { Sparkles } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { postPublic } from '../../lib/public-api.ts';
import { stored, useStored } from '../../lib/stored.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { Recommendations } from './recommendations.tsx';
import { ScoringSteps } from './scoring-steps.tsx';

const MOST_WORDS = 777;
/** Kept in this browser, so that a way to a service and back loses nothing. */
const brief = stored<string>('officina.brief', '');

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

type State =
  | { at: 'rest' | 'scoring' }
  | { at: 'done'; answer: IntakeAnswer }
  | { at: 'failed'; text: string };

/** The visitor's problem in their own words, and the services that meet it. */
export function Intake() {
  const { t } = useLingui();
  const text = useStored(brief);
  const [state, setState] = useState<State>({ at: 'rest' });
  const asked = useRef(0);
  const count = wordsIn(text);
  const over = count - MOST_WORDS;
  const reason =
    over > 0 ? t`${over} words too many: shorten it first.` : count === 0 && t`Describe your problem first.`;
  const recommend = async () => {
    if (reason) return;
    const mine = ++asked.current;
    setState({ at: 'scoring' });
    const next = await postPublic<IntakeAnswer>('marketplace/intake', { brief: text }).then(
      (answer): State => ({ at: 'done', answer }),
      (error): State => ({
        at: 'failed',
        text:
          failureOf(error).code === 'RATE_LIMIT_EXCEEDED'
            ? t`Too many questions at once. Wait a minute and ask again.`
            : t`We could not read this just now. Your text is kept; try again.`,
      }),
    );
    if (mine === asked.current) setState(next);
  };
  const clear = () => {
    asked.current++;
    brief.set('');
    setState({ at: 'rest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void recommend();
  };
  return (
    <div className="mt-8 max-w-3xl">
      <div className="rounded-panel border border-line-strong bg-surface p-4 shadow-raised sm:p-5">
        <Field
          label={t`What is the problem?`}
          aside={
            <span className={over > 0 ? 'tabular font-semibold text-danger' : 'tabular'} aria-live="polite">
              {count}/{MOST_WORDS}
            </span>
          }
        >
          <Textarea
            name="brief"
            rows={4}
            value={text}
            onChange={(event) => brief.set(event.target.value)}
            onKeyDown={onKeyDown}
            placeholder={t`For example: our shop floor network had a breach, and we need urgent help with monitoring.`}
            aria-invalid={over > 0 || undefined}
          />
        </Field>
        <div className="mt-3 flex flex-wrap items-center justify-end gap-2">
          {count > 0 && <Button variant="ghost" onClick={clear}>{t`Clear`}</Button>}
          <Button
            variant="primary"
            icon={<Sparkles aria-hidden className="size-4" />}
            reason={reason}
            busy={state.at === 'scoring'}
            onClick={() => void recommend()}
          >
            {t`Recommend`}
          </Button>
        </div>
        {over > 0 && <p className="mt-2 text-danger text-sm">{reason}</p>}
      </div>
      <div className="mt-6">
        {state.at === 'scoring' && <ScoringSteps />}
        {state.at === 'failed' && <Notice tone="danger">{state.text}</Notice>}
        {state.at === 'done' && <Recommendations answer={state.answer} />}
      </div>
    </div>
  );
}
