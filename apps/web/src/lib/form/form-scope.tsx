import type { ReactNode } from 'react';
import { type FieldValues, FormProvider } from 'react-hook-form';
import { FieldWords } from './field-words.ts';
import type { AppForm } from './use-app-form.ts';

/** Gives the fields inside their form, and a place to say how they are called. */
export function FormScope<V extends FieldValues>({
  form,
  children,
}: {
  form: AppForm<V>;
  children: ReactNode;
}) {
  return (
    <FieldWords value={form.words}>
      <FormProvider {...form.methods}>{children}</FormProvider>
    </FieldWords>
  );
}
