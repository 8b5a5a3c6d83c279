#!/usr/bin/env bash
# node-forge 1.4.3: a certificate whose serial number is written with a leading zero byte, as its documentation advises for
# numbers that begin with a set bit, is right when the number needs the byte and when it does not, since the DER writer
# takes one needless zero away. It takes away one alone: when the number itself begins with a zero byte, which one random
# number in 256 does, half of those certificates break DER, and OpenSSL refuses to read them ("illegal padding").
# Who prefixes random serial numbers with 00 has a program that fails on one certificate in some five hundred.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-forge@1.4.3
cat >try.cjs <<'JS'
const { generateKeyPairSync, X509Certificate } = require('node:crypto')
const forge = require('node-forge')

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

function outcomeOf(serialNumber) {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey)
  certificate.serialNumber = serialNumber
  certificate.validity.notBefore = new Date(Date.UTC(2026, 0, 1))
  certificate.validity.notAfter = new Date(Date.UTC(2027, 0, 1))
  const name = [{ name: 'commonName', value: 'example.test' }]
  certificate.setSubject(name)
  certificate.setIssuer(name)
  certificate.sign(forge.pki.privateKeyFromPem(pair.privateKey), forge.md.sha256.create())
  try {
    return new X509Certificate(forge.pki.certificateToPem(certificate)).serialNumber
  } catch (error) {
    return error.code
  }
}

console.log(require('node-forge/package.json').version)
for (const random of ['f1a2', '71a2', '00f1', '0071']) console.log(`00${random} ${outcomeOf(`00${random}`)}`)
JS
seen=$(node try.cjs)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
1.4.3
00f1a2 F1A2
0071a2 71A2
0000f1 F1
000071 ERR_OSSL_ASN1_ILLEGAL_PADDING
SEEN
