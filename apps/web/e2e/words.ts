import type { Page } from 'playwright-core';

/** Words that both languages write alike, names of things, figures and samples. */
const ALIKE = [
  'Webhooks',
  'action|bic|client|clients|contact|contacts|conversion|csv|date|description|document|documents|e-mail|iban|journal',
  'logo|main|message|messages|modules|signal|note|notes|notifications|page|pdf|photo|rcs|siret|sms|studio|total|type|vin|vip|whatsapp',
  'sarl|free|starter|pro|enterprise|france|ctrl|k|a|b|md|zo|fr\\d+|vf\\w+|https://',
  'levi|bnd-.*|id-\\w+',
  'zoé .*|.*lefèvre.*|marc dupont|owner-.*|vidange moteur|order tyres|renault|clio|renault clio|ab-123-cd.*',
  'rcs lyon .*|\\d{4}-\\d{3}.*|[^\\p{L}]*',
  // How the firm prints dates, whoever reads.
  '\\p{L}+ \\d+ \\p{L}+ \\d{4} à .*',
];
/** What two languages may say alike. */
export const SAME = new RegExp(`^(${ALIKE.join('|')})$`, 'iu');

/** What a page says: texts, labels and hints. */
export const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script,style,kbd,option')) found.add(node.textContent?.trim() ?? '');
    for (const element of document.querySelectorAll('[aria-label],[placeholder],[data-tip]'))
      for (const name of ['aria-label', 'placeholder', 'data-tip'])
        found.add(element.getAttribute(name) ?? '');
    return [...found].filter((text) => /\p{L}/u.test(text));
  });
