import { expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

const next = (asked: string | undefined) => safeNext(asked, 'https://office.example.com');

it('goes on to pages of ours', () => {
  expect(next('/portal?tab=a#b')).toBe('/portal?tab=a#b');
  expect(next('https://office.example.com/x?y=1')).toBe('/x?y=1');
});

it('goes on to nobody else’s', () => {
  for (const asked of [
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example',
    'https://office.example.com@evil.example/',
    'https://office.example.com.evil.example/',
    'http://office.example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://office.example.com/x',
  ])
    expect(next(asked), asked).toBe('/');
});
