/** Keeps cookies as a browser does: by name, until they are taken back. */
export class CookieJar {
  readonly #values = new Map<string, string>();

  /** What goes into the `cookie` header; null when there is nothing. */
  get header(): string | null {
    const pairs = [...this.#values].map(([name, value]) => `${name}=${value}`);
    return pairs.length ? pairs.join('; ') : null;
  }

  /** Replaces everything by the cookies of a header. */
  set header(text: string | null) {
    this.#values.clear();
    for (const pair of text?.split(/; */) ?? []) this.#keep(pair);
  }

  take(setCookies: readonly string[]): void {
    for (const cookie of setCookies) {
      const [pair = '', ...attributes] = cookie.split('; ');
      if (attributes.includes('Max-Age=0')) this.#values.delete(pair.split('=', 1)[0] ?? '');
      else this.#keep(pair);
    }
  }

  get(name: string): string | null {
    return this.#values.get(name) ?? null;
  }

  #keep(pair: string): void {
    const at = pair.indexOf('=');
    this.#values.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
