import { SignedXml } from 'xml-crypto';

/** Of a provider that exists in tests alone. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDEYjLV4BO2t/1W
KJjXUmqzioOVMEFbRJSrW2XrPRC0S8ywApIlZqO92H5ylOFyzpM7mwK1GIslDvDL
FIwLAtJnnl6KaurhkRDkiHj5B5cNm/G+uIXIUWrDHpFs7L3e66j4xg0gYyHZdR93
HkZk95KSgj3kTfvK2G+wxv/tqiUkaNbrBCMbkjxzhXeYTC9C0anCbXoWr8a1apjV
JCEjZeSF3WQ2mIvr8UKnszW5o9XkBbnUdwfxxnVE2smNPYgpX01L5NdisEkH+jhJ
LILK18IGv/XdL506YwQthveFJtr+2qNfvEnd49BbUOiAnMmCNJgvGe9HpNx0cqz0
IMd+6aPjAgMBAAECggEACwJsUijBQixy2C7ndYEX1B/ql4nlFc5G9EJVr78QAnXb
ZySqUzqXDYvL5dD8wJ0CjHsdRxlaXDO1uR3+15gLHqb/mIyGDpiGlSFJycA+90m1
KEdAY6F42owu8jnTKuKCjnmEf0z2SVb8hKuMVOJNqqLcbh1gPGEvKlohFsV6n7kI
/6ZkGMiUil07elC/1UgEv6a0gLlv1A1xEHa2kR22H1kpW4776ix3D2d7V+IRv89d
/2C4LOjNrfeAHYAbU0nNI0i10E3UOLYSolc3sCVIBae8PdsZ3xAPz++o3KOexwqX
fae/6erNJvjfdf9+zl211nRfenFudLVZPm0p7iERaQKBgQD+535+H0ebQfpxDVxv
INBtQ6pL3tugylgZ2toTZy58VwWS0c7Thk5N/kpP8LPDWJ/UJNSe8luAIraoWScZ
LLwoexSPqMH/Z4aED0/2Ptqfs3xxWc1CMQm0qdPDgG0rytiWOK8MQ8jtLWyBHMmO
JoqhOMFsd0sENDxC2KrxpQahWwKBgQDFOk5iDFMtaxezUIvAxIr3d8IR5OWVbsxx
LZ4EkdF2UDqG0EL2AXvKZspKGZsBxo0TB27M4aCO5xT4GULijeQbt4Gh5JafIhYX
2I/yU0YCj8ztxQV5gk286IFffICMuLFnBjT4zcLHyC0gff33vuiLtlKF/fYNwN2f
sy83n39GGQKBgEat8ckO61AFj2fhiIvX0XM6m/HFrah78snYgTd4GM+pYYZAXtUQ
HI5LwFdCKtYzsL2mKL6Z/P0eov8zGUBFwzaGSkE7Te9/yTC8/jMNYpl9rzfO6rc7
2bEalflTlvHZoQymUwNXmFMLkVaLoOelkDL8BcYJnedghIUUhvHSDHCZAoGAR9pK
HCZpVy6g388EWyI/jpCuv14o1hwbl1ALNZb6PKRV7i+JdZ5svvxbzkst0aPIWZpn
n3TDzcwaM5jgaTFQXVipfZWN2kPM0LsxFhOIef5xpl4U9IOoVp5OI790BdBzsRjt
y4cK40XmSuQb1lpS1jOCNRakwbX2B+x700PkVmECgYEA1nnHxwcm0qKYUOpg8aXz
EeOofnoK+mKKAuowHR4qTtWWAicSv+tJhuaniF3PdqiKCQJ23AZqkESW7pyz/04C
b1UQ9FDjPcvHJCASI8gEgYKHgEZsPRGfU1p5c3EhFghJAbGPZZrlTeWI+YXNNkaO
A0RuwFgDjH4XPVzh51PActI=
-----END PRIVATE KEY-----`;
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIDCTCCAfGgAwIBAgIUAiqwDt97w0s0dk/jGUbnLISs8gowDQYJKoZIhvcNAQEL
BQAwEzERMA8GA1UEAwwIaWRwLnRlc3QwIBcNMjYxMTIxMTIxNTU2WhgPMjEyNjEw
MjgxMjE1NTZaMBMxETAPBgNVBAMMCGlkcC50ZXN0MIIBIjANBgkqhkiG9w0BAQEF
AAOCAQ8AMIIBCgKCAQEAxGIy1eATtrf9ViiY11Jqs4qDlTBBW0SUq1tl6z0QtEvM
sAKSJWajvdh+cpThcs6TO5sCtRiLJQ7wyxSMCwLSZ55eimrq4ZEQ5Ih4+QeXDZvx
vriFyFFqwx6RbOy93uuo+MYNIGMh2XUfdx5GZPeSkoI95E37ythvsMb/7aolJGjW
6wQjG5I8c4V3mEwvQtGpwm16Fq/GtWqY1SQhI2Xkhd1kNpiL6/FCp7M1uaPV5AW5
1HcH8cZ1RNrJjT2IKV9NS+TXYrBJB/o4SSyCytfCBr/13S+dOmMELYb3hSba/tqj
X7xJ3ePQW1DogJzJgjSYLxnvR6TcdHKs9CDHfumj4wIDAQABo1MwUTAdBgNVHQ4E
FgQUYfMLLeaJ5s9O6OV6Xl3lntHH5NAwHwYDVR0jBBgwFoAUYfMLLeaJ5s9O6OV6
Xl3lntHH5NAwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAABO2
SbNZ2VC/vyvzEWAdmWlMjXgC4gB4CqPE6yGJPUX/DZOWVcT8K37iJaYn/5/6uKSv
1zUqtW2+TpJ/UJ78AztSsAAN1hh3H7fXfpb6Gac1xqPi+BQ/cHZAlAqw5WWRWsrJ
u3FDhVp2Q8jQViQByL+0K6j+DUFBaykjhBk2xj/751zlm078z4vVF+NEVoP/Qmsk
aar2X6eTS3Na3tMBVG6NtJpe6+bbCdRLf2Rw7p1H6Z8M+8aSrcFqYH4r5barUrpp
y+3ET7weie0YQBCF7ojFPgkffmNb98U1vHRRBXV3aF+R7rW/hCw6gWzDNqyiiPJl
U0F/DC3eXduWnrpLGw==
-----END CERTIFICATE-----`;

export const ENTITY = 'https://idp.test/saml';
const BASE = 'http://localhost:3000/api/auth/sso';

export interface Said {
  requestId: string;
  nameId?: string;
  email?: string;
  groups?: string[];
  id?: string;
  /** ISO. */
  now: string;
  minutes?: number;
  audience?: string;
  recipient?: string;
  issuer?: string;
}

const later = (now: string, minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

export function assertionOf({ requestId, now, minutes = 5, ...said }: Said): string {
  const { nameId = 'ada', email = 'ada@corp.test', groups = [], id = '_a1' } = said;
  const attribute = (name: string, values: string[]) =>
    `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`;
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${now}"><saml:Issuer>${said.issuer ?? ENTITY}</saml:Issuer><saml:Subject><saml:NameID>${nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${later(now, minutes)}" Recipient="${said.recipient ?? `${BASE}/callback/saml`}" InResponseTo="${requestId}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${later(now, -1)}" NotOnOrAfter="${later(now, minutes)}"><saml:AudienceRestriction><saml:Audience>${said.audience ?? `${BASE}/saml`}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AttributeStatement>${attribute('email', [email])}${attribute('groups', groups)}</saml:AttributeStatement></saml:Assertion>`;
}

export const responseOf = (requestId: string, inside: string, status = 'Success'): string =>
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z" Destination="${BASE}/callback/saml" InResponseTo="${requestId}"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></samlp:Status>${inside}</samlp:Response>`;

/** Signs the assertion of a response, as its provider does. */
export function signed(response: string, algorithm = 'sha256'): string {
  const sha1 = algorithm === 'sha1';
  const signer = new SignedXml({
    privateKey: KEY,
    signatureAlgorithm: sha1
      ? 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'
      : 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  const xpath = "//*[local-name(.)='Assertion']";
  signer.addReference({
    xpath,
    digestAlgorithm: sha1
      ? 'http://www.w3.org/2000/09/xmldsig#sha1'
      : 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ],
  });
  signer.computeSignature(response, {
    location: { reference: `${xpath}/*[local-name(.)='Issuer']`, action: 'after' },
  });
  return signer.getSignedXml();
}

export const encoded = (xml: string): string => Buffer.from(xml).toString('base64');
