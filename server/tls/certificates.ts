import { createHash, generateKeyPair } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { writeFileAtomic } from '#db/atomic-write.ts'
import { makeDirectory } from '#db/directories.ts'
import { daysFromNow } from '../domain/time/clock.ts'

/** A certificate and its private key, both as PEM. */
export interface TlsCredentials {
  readonly certificate: string
  readonly key: string
}

const authorityFile = 'https-authority.pem'
const organization = 'pinterest-ads-mock'
const localHosts = ['localhost', '127.0.0.1', '::1']
const days = { authority: 3650, server: 365 } as const

/**
 * Returns the certificate authority of a data directory; creates and stores it on first use. Without a directory, it
 * lives as long as the process.
 */
export async function loadAuthority(directory: string | undefined): Promise<TlsCredentials> {
  if (directory === undefined) return newAuthority()
  const path = join(directory, authorityFile)
  if (existsSync(path)) return partsOf(readFileSync(path, 'utf8'))
  const authority = await newAuthority()
  makeDirectory(directory)
  writeFileAtomic(path, authority.certificate + authority.key, undefined, 0o600)
  return authority
}

/** Issues a certificate for this machine and further hosts, names or addresses. */
export async function issueCertificate(hosts: readonly string[], authority: TlsCredentials): Promise<TlsCredentials> {
  const issuer = forge.pki.certificateFromPem(authority.certificate)
  const names = [...new Set([...localHosts, ...hosts])]
  return signCertificate({
    name: `${organization} server`,
    days: days.server,
    issuer: { certificate: issuer, key: forge.pki.privateKeyFromPem(authority.key) },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map(alternative) },
      { name: 'subjectKeyIdentifier' },
      { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
    ],
  })
}

const newAuthority = (): Promise<TlsCredentials> =>
  signCertificate({
    name: `${organization} authority`,
    days: days.authority,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      { name: 'subjectKeyIdentifier' },
    ],
  })

interface CertificateRequest {
  readonly name: string
  readonly days: number
  /** The signing authority; the certificate signs itself when absent. */
  readonly issuer?: { readonly certificate: forge.pki.Certificate; readonly key: forge.pki.rsa.PrivateKey }
  readonly extensions: readonly object[]
}

async function signCertificate({ name, days, issuer, extensions }: CertificateRequest): Promise<TlsCredentials> {
  const { publicKey, privateKey } = await generatePair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const certificate = forge.pki.createCertificate()
  const subject = [
    { name: 'organizationName', value: organization },
    { name: 'commonName', value: name },
  ]
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  // DER allows no superfluous leading zeros, and a number with a high first bit is negative.
  certificate.serialNumber = `01${createHash('sha256').update(publicKey).digest('hex').slice(0, 32)}`
  certificate.validity.notBefore = daysFromNow(-1)
  certificate.validity.notAfter = daysFromNow(days)
  certificate.setSubject(subject)
  certificate.setIssuer(issuer?.certificate.subject.attributes ?? subject)
  certificate.setExtensions([...extensions])
  certificate.sign(issuer?.key ?? forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create())
  return { certificate: forge.pki.certificateToPem(certificate), key: privateKey }
}

const generatePair = promisify(generateKeyPair)

/** Returns a hostname or address as a subject alternative name. */
const alternative = (host: string) => (isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host })

function partsOf(pem: string): TlsCredentials {
  const start = pem.indexOf('-----BEGIN PRIVATE KEY-----')
  if (start === -1) throw new Error(`${authorityFile} holds no certificate and key`)
  return { certificate: pem.slice(0, start), key: pem.slice(start) }
}
