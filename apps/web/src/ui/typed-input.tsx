import { useRef, useState } from 'react';
import { useFieldControl } from './field.tsx';
import { Input, type InputProps } from './input.tsx';

interface TypedInputProps<T> extends Omit<InputProps, 'value' | 'onChange' | 'onBlur'> {
  value: T | null;
  onChange: (value: T | null) => void;
  onBlur?: () => void;
  /** The value of a text, or null when it makes no sense. */
  parse: (text: string) => T | null;
  print: (value: T) => string;
}

/**
 * A field that reads what people type and prints it back tidily when left. While typing, the text is theirs: it is only
 * rewritten from outside when the value changes to another one than the text means. A text that makes no sense stays, for correction; forms
 * do not send with one (`data-unread`).
 */
export function TypedInput<T>({ value, onChange, onBlur, parse, print, ...rest }: TypedInputProps<T>) {
  // What the field around it says would be lost: this prop is always given.
  const refused = useFieldControl()['aria-invalid'];
  const [text, setText] = useState(value === null ? '' : print(value));
  const known = useRef(value);
  if (known.current !== value) {
    known.current = value;
    setText(value === null ? '' : print(value));
  }
  const type = (next: string) => {
    setText(next);
    known.current = next.trim() ? parse(next) : null;
    onChange(known.current);
  };
  const unread = text.trim() !== '' && value === null;
  const leave = () => {
    if (known.current !== null) setText(print(known.current));
    onBlur?.();
  };
  return (
    <Input
      autoComplete="off"
      {...rest}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      aria-invalid={rest['aria-invalid'] ?? refused ?? (unread ? true : undefined)}
      data-unread={unread || undefined}
    />
  );
}
