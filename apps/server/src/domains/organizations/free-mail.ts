/** Domains whose addresses anybody may have: they say nothing about an organisation. */
const FREE_MAIL = new Set(
  `aol.com bluewin.ch email.cz fastmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.fr gmx.net
  googlemail.com hey.com hotmail.be hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com
  icloud.com inbox.ru kakao.com laposte.net libero.it live.be live.co.uk live.com live.fr live.it live.nl mac.com mail.com
  mail.ru mailbox.org me.com msn.com naver.com neuf.fr o2.pl onet.pl online.de orange.fr outlook.be outlook.com outlook.de
  outlook.es outlook.fr outlook.it pm.me posteo.de proton.me protonmail.ch protonmail.com qq.com rambler.ru rocketmail.com
  seznam.cz sfr.fr sky.com t-online.de telenet.be tiscali.it tuta.com tutanota.com ukr.net virgilio.it wanadoo.fr
  walla.co.il web.de wp.pl yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.de yahoo.es yahoo.fr yahoo.it
  yandex.com yandex.ru ymail.com zoho.com 126.com 163.com`.split(/\s+/),
);

export const isFreeMail = (domain: string): boolean => FREE_MAIL.has(domain.toLowerCase());

/** The part of an address behind its @, lower-case. */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();
