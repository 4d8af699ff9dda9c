import { describe, expect, it } from 'vitest';
import { ownPage } from './own-page.ts';

const BASE = 'https://office.example.com';
const page = (asked: unknown) => ownPage(asked, BASE, 'dupont.example.com');

describe('the page to come back to', () => {
  it('is a path or an address of ours', () => {
    expect(page('/portal')).toBe('/portal');
    expect(page('/portal?tab=a#b')).toBe('/portal?tab=a#b');
    expect(page('https://office.example.com/x?y=1')).toBe('https://office.example.com/x?y=1');
    expect(page('https://dupont.example.com/x')).toBe('/x');
  });

  it('is never anybody else’s', () => {
    for (const asked of [
      undefined,
      7,
      '',
      'portal',
      '//evil.example',
      '/\\evil.example',
      '\\/evil.example',
      '/\t/evil.example',
      '/./\n/evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      'https://evil.example',
      'https://office.example.com.evil.example/',
      'https://office.example.com@evil.example/',
      'https://me:pw@office.example.com/',
      'http://office.example.com/',
      'javascript:alert(1)',
      'https:evil.example',
      `/${'x'.repeat(3000)}`,
    ])
      expect(page(asked), String(asked)).toBeNull();
  });
});
