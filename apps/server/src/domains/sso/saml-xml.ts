import { DOMParser } from '@xmldom/xmldom';
import { demand, SsoRefused } from './sso-refused.ts';

export type XmlElement = Element;

export const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const LONGEST = 256 * 1024;

/** SHA-256 or better, over the exclusive canonical form of the element itself. */
const ALGORITHMS = [
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  `${DSIG}enveloped-signature`,
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512',
];

/** The root of a document without anything that parsers read differently: types, entities, comments, instructions. */
export function parseXml(xml: string): XmlElement {
  demand(xml.length <= LONGEST, 'the answer is too long');
  demand(!/<!|<\?(?!xml\s)/i.test(xml), 'the answer holds comments, types or instructions');
  const fail = (message: string) => {
    throw new SsoRefused(`the answer is no XML: ${message.slice(0, 100)}`);
  };
  const errorHandler = { warning: fail, error: fail, fatalError: fail };
  const root = new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml').documentElement;
  demand(root, 'the answer is empty');
  return root;
}

export const all = (root: XmlElement, namespace: string, name: string): XmlElement[] =>
  Array.from(root.getElementsByTagNameNS(namespace, name));

export const one = (root: XmlElement, namespace: string, name: string): XmlElement | null =>
  all(root, namespace, name)[0] ?? null;

export const children = (root: XmlElement, namespace: string, name: string): XmlElement[] =>
  all(root, namespace, name).filter(({ parentNode }) => parentNode === root);

/** What a response must look like before its signature is even looked at: one assertion, signed itself, in its place. */
export function checkShape(root: XmlElement): XmlElement {
  demand(root.namespaceURI === PROTOCOL && root.localName === 'Response', 'the answer is no Response');
  demand(all(root, PROTOCOL, 'Response').length === 0, 'there is a Response in the Response');
  demand(!all(root, ASSERTION, 'EncryptedAssertion').length, 'encrypted assertions are not taken');
  const [assertion, ...more] = all(root, ASSERTION, 'Assertion');
  demand(assertion && !more.length, 'there is not exactly one assertion');
  demand(assertion.parentNode === root, 'the assertion is not in its place');
  const ids = [root, ...Array.from(root.getElementsByTagName('*'))].flatMap(
    (element) => element.getAttribute('ID') || [],
  );
  demand(new Set(ids).size === ids.length, 'two elements have one ID');
  const [signature, ...others] = children(assertion, DSIG, 'Signature');
  demand(signature && !others.length, 'the assertion is not signed');
  for (const each of all(root, DSIG, 'Signature')) {
    const signed = each.parentNode as XmlElement;
    demand(signed === root || signed === assertion, 'a signature is not in its place');
    const references = all(each, DSIG, 'Reference');
    demand(references.length === 1, 'a signature covers not exactly one element');
    demand(
      references[0]?.getAttribute('URI') === `#${signed.getAttribute('ID')}`,
      'a signature covers another element',
    );
    const parts = ['CanonicalizationMethod', 'SignatureMethod', 'Transform', 'DigestMethod'];
    for (const part of parts.flatMap((name) => all(each, DSIG, name)))
      demand(ALGORITHMS.includes(part.getAttribute('Algorithm') ?? ''), 'a signature is of a weak kind');
  }
  return assertion;
}
