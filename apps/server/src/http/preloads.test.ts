import type { SessionView } from '@officina/contracts/boot';
import type { PreloadMap } from '@officina/contracts/preload-map';
import { describe, expect, it } from 'vitest';
import { preloadLinks } from './preloads.ts';

const MAP: PreloadMap = {
  entry: ['/base.js'],
  app: ['/frame.js'],
  phone: ['/bar.js', '/frame.js'],
  parts: { office: ['/office.js'] },
  pages: [
    {
      path: '/sign-in',
      open: true,
      files: ['/sign-in.js'],
      soon: { files: [], words: [] },
      words: ['account'],
    },
    {
      path: '/quotes/$id',
      open: false,
      files: ['/quote.js', '/base.js'],
      soon: { files: ['/chart.js'], words: ['chart'] },
      words: ['quotes'],
    },
    {
      path: '/quotes/new',
      open: false,
      files: ['/editor.js'],
      soon: { files: [], words: [] },
      words: ['quotes'],
    },
  ],
  words: {
    en: { app: '/app-en.js', account: '/account-en.js', quotes: '/quotes-en.js', rails: '/rails-en.js' },
    fr: {
      app: '/app-fr.js',
      account: '/account-fr.js',
      quotes: '/quotes-fr.js',
      rails: '/rails-fr.js',
      chart: '/chart-fr.js',
    },
  },
};
const session = (locale: string | null, modules: string[] = []) =>
  ({ user: { locale }, tenant: { locale: 'fr-FR', modules } }) as unknown as SessionView;

const named = (pathname: string, who: SessionView | null = null, acceptLanguage?: string) =>
  [
    ...preloadLinks(MAP, { pathname, session: who, acceptLanguage }).matchAll(
      /<link rel="modulepreload" href="([^"]+)"( media="[^"]+")? \/>/g,
    ),
  ].map(([, file, media]) => (media ? `${file} on a phone` : file));

describe('preloadLinks', () => {
  it('names what an address needs, each file once, what everybody needs first', () => {
    expect(named('/quotes/7', session(null, ['sales', 'office']))).toEqual([
      '/base.js',
      '/quote.js',
      '/frame.js',
      '/office.js',
      '/app-fr.js',
      '/rails-fr.js',
      '/quotes-fr.js',
      '/chart.js',
      '/chart-fr.js',
      '/bar.js on a phone',
    ]);
  });

  it('prefers a fixed address to one with a parameter', () => {
    expect(named('/quotes/new', session('en'))).toContain('/editor.js');
  });

  it('speaks the language of the account, of the firm, of the browser, or English', () => {
    expect(named('/quotes/new', session('en'))).toContain('/quotes-en.js');
    expect(named('/sign-in', null, 'fr-CH, fr;q=0.9, en;q=0.8')).toContain('/account-fr.js');
    expect(named('/sign-in', null, 'constructor, __proto__;q=0.9')).toContain('/account-en.js');
    expect(named('/sign-in')).toContain('/account-en.js');
  });

  it('names no page that a visitor will not be shown', () => {
    expect(named('/quotes/new')).toEqual(['/base.js', '/app-en.js']);
    expect(named('/nowhere')).toEqual(['/base.js', '/app-en.js']);
  });
});
