import { expect, it } from 'vitest';
import { guessMapping, rowsOf } from './read-csv.ts';

it('recognises columns in French and English, whatever their case, accents and separators', () => {
  expect(guessMapping(['Prénom', 'NOM', 'E-mail', 'Téléphone', 'code_postal', 'Ville', 'Note'])).toEqual({
    firstName: 0,
    lastName: 1,
    email: 2,
    phone: 3,
    postalCode: 4,
    city: 5,
  });
  expect(guessMapping(['firstName', 'Last Name', 'Company', 'is_vip'])).toEqual({
    firstName: 0,
    lastName: 1,
    company: 2,
    isVip: 3,
  });
});

it('takes from each record the mapped columns only', () => {
  const file = { name: 'x.csv', header: ['a', 'b'], records: [['1', '2'], ['3']] };
  expect(rowsOf(file, { email: 1 })).toEqual([{ email: '2' }, { email: null }]);
});
