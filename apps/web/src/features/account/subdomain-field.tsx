import { useLingui } from '@lingui/react/macro';
import { foldText } from '@officina/contracts/text';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { TextField } from '../../lib/form/text-fields.tsx';
import { trpc } from '../../trpc.ts';

const slug = (text: string) =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);

/** The firm's address, proposed from its name and checked while it is typed. */
export function SubdomainField({ name, from }: { name: string; from: string }) {
  const { t } = useLingui();
  const { setValue, formState } = useFormContext();
  const source = String(useWatch({ name: from }) ?? '');
  const value = String(useWatch({ name }) ?? '');
  const touched = Boolean(formState.dirtyFields[name]);
  useEffect(() => {
    // As long as nobody typed an address of their own, it follows the name.
    if (!touched) setValue(name, slug(source));
  }, [source, touched, name, setValue]);
  const asked = useSettled(value);
  const check = useQuery(
    trpc.tenancy.checkSubdomain.queryOptions({ subdomain: asked }, { enabled: asked.length >= 3 }),
  );
  const answer = asked === value && value.length >= 3 ? check.data?.available : undefined;
  const hint =
    answer === true
      ? t`This address is free.`
      : answer === false
        ? t`This address is already taken.`
        : t`Small letters, digits and dashes.`;
  return (
    <TextField
      name={name}
      label={t`Web address`}
      hint={
        <span className={answer === true ? 'text-success' : answer === false ? 'text-danger' : undefined}>
          {hint}
        </span>
      }
      autoCapitalize="none"
      spellCheck={false}
      aria-live="polite"
      required
    />
  );
}

/** A value once it has rested for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 300);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
