#!/usr/bin/env bash
# fflate 0.8.3: a file of a zip file that has a password and is not compressed, as `zip -0 -P` writes it, is returned
# without an error: 28 bytes of ciphertext in place of the 16 of the file. Neither unzipSync nor Unzip reads the flag of
# encryption or the checksum, and what they tell of a file does not have the flag. yauzl 3.4.0 refuses to decode it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >npm.log
npm install --silent --no-audit --no-fund fflate@0.8.3 yauzl@3.4.0 >>npm.log
cat >read.mjs <<'JS'
import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import yauzl from 'yauzl'

// printf 'id\ttitle\nA\tTent\n' > feed.tsv && zip -0 -X -P secret stored.zip feed.tsv
const zip = Buffer.from('UEsDBAoACQAAAOwWgV0SuOBOHAAAABAAAAAIAAAAZmVlZC50c3bSzOo+j9cVEZu8NtW+KLjwiiK4AeLyre6luuuvUEsHCBK44E4cAAAAEAAAAFBLAQIeAwoACQAAAOwWgV0SuOBOHAAAABAAAAAIAAAAAAAAAAAAAACkgQAAAABmZWVkLnRzdlBLBQYAAAAAAQABADYAAABSAAAAAAA=', 'base64')
const seen = []
const whole = unzipSync(zip, { filter: (file) => seen.push(Object.keys(file).join()) })
console.log('unzipSync: tells', seen[0], 'and returns', whole['feed.tsv'].length, 'bytes')
const unzip = new Unzip((file) => {
  file.ondata = (error, data, final) => console.log('Unzip: error', error, 'bytes', data.length, 'final', final)
  file.start()
})
unzip.register(UnzipInflate)
unzip.push(zip, true)
yauzl.fromBuffer(zip, (_error, file) =>
  file.on('entry', (entry) => file.openReadStream(entry, (error) => console.log('yauzl:', entry.isEncrypted(), error.message))),
)
JS
seen=$(
  for name in fflate yauzl; do echo "$name $(node -p "require('./node_modules/$name/package.json').version")"; done
  node read.mjs
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
fflate 0.8.3
yauzl 3.4.0
unzipSync: tells name,size,originalSize,compression and returns 28 bytes
Unzip: error null bytes 28 final true
yauzl: true entry is encrypted, and options.decodeFileData !== false
SEEN
