import { createContext, type ReactNode, useContext } from 'react';

/** How a form calls a field, and how it writes its value where there is no control. */
export interface FieldWord {
  label: ReactNode;
  print?: (value: never) => string;
}

/** The words of the fields of the surrounding form, by name. */
export const FieldWords = createContext<Map<string, FieldWord>>(new Map());

/** Lets the surrounding form know a field's words. */
export function useFieldWord(name: string, word: FieldWord): void {
  useContext(FieldWords).set(name, word);
}
