import { expect, it } from 'vitest';
import { refusalsOf } from './refusals.ts';

it('names a refused record once, by its line in the file, with all that is wrong with it', () => {
  const file = {
    name: 'people.csv',
    header: ['Name', 'Mail'],
    records: [
      ['Ada', 'a@b.fr'],
      ['', '@'],
    ],
  };
  const errors = [
    { row: 2, field: 'firstName', message: 'missing' },
    { row: 2, field: 'email', message: 'no address' },
  ];
  expect(refusalsOf(file, errors, ({ field, message }) => `${field}: ${message}.`)).toEqual([
    { line: 3, record: ['', '@'], why: 'firstName: missing. email: no address.' },
  ]);
});
