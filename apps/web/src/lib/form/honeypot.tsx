import { useFormContext } from 'react-hook-form';

/** A field that people neither see nor reach; programs that fill in everything give themselves away. */
export function Honeypot({ name }: { name: string }) {
  const { register } = useFormContext();
  return (
    <div aria-hidden className="absolute -start-[200vw] size-px overflow-hidden">
      <input type="text" tabIndex={-1} autoComplete="off" {...register(name)} />
    </div>
  );
}
