import { useLingui } from '@lingui/react/macro';
import type { ServiceView, UrgencyClass } from '@officina/contracts/catalogue';

/** The catalogue's words in the reader's language. */
export function useServiceWords() {
  const { t } = useLingui();
  const types: Record<ServiceView['engagementType'], string> = {
    Audit: t`Audit`,
    Architecture: t`Architecture`,
    Build: t`Build`,
    Operate: t`Operate`,
  };
  const domains: Record<ServiceView['domains'][number], string> = {
    AI: t`AI`,
    Industrial: t`Industrial`,
    Security: t`Security`,
    'IT-OT': t`IT and OT`,
  };
  const industries: Record<ServiceView['industries'][number], string> = {
    Manufacturing: t`Manufacturing`,
    Logistics: t`Logistics`,
    Public: t`Public sector`,
    Defense: t`Defence`,
  };
  const urgencies: Record<UrgencyClass, string> = {
    '2-4 weeks': t`2–4 weeks`,
    '6-12 weeks': t`6–12 weeks`,
    '3-6 months': t`3–6 months`,
  };
  return { types, domains, industries, urgencies };
}
