import { invalid, missing } from '../stripe-error.ts';
import type { Fields, Value } from './form.ts';

const isFields = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && !Array.isArray(value);

/** Reads parameters, naming the faulty one as Stripe does: `items[0][price]`. An empty text stands for null. */
export class Params {
  readonly #fields: Fields;
  readonly #path: string;

  constructor(fields: Fields, path = '') {
    this.#fields = fields;
    this.#path = path;
  }

  name(key: string): string {
    return this.#path ? `${this.#path}[${key}]` : key;
  }

  get names(): string[] {
    return Object.keys(this.#fields);
  }

  has(key: string): boolean {
    return this.#fields[key] !== undefined;
  }

  text(key: string): string | null {
    const value = this.#fields[key];
    if (value === undefined || value === '') return null;
    if (typeof value !== 'string') throw invalid(`Invalid string: ${this.name(key)}`, this.name(key));
    return value;
  }

  /** An address that a browser can be sent to. */
  url(key: string): string | null {
    const value = this.text(key);
    if (value === null) return null;
    // A placeholder such as {CHECKOUT_SESSION_ID} is no valid part of an address.
    const { protocol = '' } = URL.parse(value.replaceAll(/[{}]/g, '')) ?? {};
    if (!/^https?:$/.test(protocol)) throw invalid('Not a valid URL', this.name(key), 'url_invalid');
    return value;
  }

  needed(key: string): string {
    const value = this.text(key);
    if (value === null) throw missing(this.name(key));
    return value;
  }

  oneOf<const W extends string>(key: string, words: readonly W[]): W | null {
    const value = this.text(key);
    if (value === null) return null;
    const word = words.find((each) => each === value);
    if (word) return word;
    throw invalid(`Invalid ${this.name(key)}: must be one of ${words.join(', ')}`, this.name(key));
  }

  integer(key: string): number | null {
    const value = this.text(key);
    if (value === null) return null;
    if (!/^-?\d{1,15}$/.test(value))
      throw invalid(`Invalid integer: ${value}`, this.name(key), 'parameter_invalid_integer');
    return Number(value);
  }

  flag(key: string): boolean | null {
    const word = this.oneOf(key, ['true', 'false']);
    return word === null ? null : word === 'true';
  }

  inside(key: string): Params {
    const value = this.#fields[key];
    return new Params(isFields(value) ? value : {}, this.name(key));
  }

  list(key: string): Params[] {
    const value = this.#fields[key];
    if (value === undefined || value === '') return [];
    if (!Array.isArray(value)) throw invalid('Invalid array', this.name(key));
    return value.map((each, at) => new Params(isFields(each) ? each : {}, `${this.name(key)}[${at}]`));
  }

  texts(key: string): string[] {
    const value = this.#fields[key];
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  }

  /** `before` with what is given laid over it; an empty value removes a key. */
  metadata(before: Record<string, string> = {}, key = 'metadata'): Record<string, string> {
    const value = this.#fields[key];
    if (value === '') return {};
    if (!isFields(value)) return before;
    const merged = { ...before };
    for (const [name, entry] of Object.entries(value)) {
      if (typeof entry !== 'string') throw invalid('Metadata values must be strings', this.name(key));
      if (name.length > 40 || entry.length > 500)
        throw invalid('Metadata keys have at most 40 characters, values 500', this.name(key));
      if (entry === '') delete merged[name];
      else merged[name] = entry;
    }
    if (Object.keys(merged).length > 50) throw invalid('Metadata has at most 50 keys', this.name(key));
    return merged;
  }

  /** Stripe takes ISO codes in any case and answers in lower case. */
  currency(key = 'currency'): string {
    const value = this.needed(key).toLowerCase();
    if (!/^[a-z]{3}$/.test(value)) throw invalid(`Invalid currency: ${value}`, this.name(key));
    return value;
  }
}
