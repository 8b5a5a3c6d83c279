#!/usr/bin/env bash
# fflate 0.8.3: gzip data of two members, as `cat a.gz b.gz` makes them, come out of gunzipSync (and
# of gunzip and decompressSync, which are used for whole files) without an error and cut off in the midst of the first member:
# as many bytes as the last member has. The streaming class Gunzip of the same package gives all of it, as zlib does. A feed
# that was put together of compressed parts is read as a short one, and nothing says that rows are missing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts fflate@0.8.3
cat >try.mjs <<'JS'
import { gunzipSync as zlibGunzip, gzipSync } from 'node:zlib'
import { decompressSync, Gunzip, gunzip, gunzipSync, strFromU8 } from 'fflate'

const feed = Buffer.concat([gzipSync('id\ttitle\n1\tBoots\n2\tShoes\n'), gzipSync('3\tHats\n')])
const show = (title, bytes) => console.log(title, JSON.stringify(strFromU8(bytes)))
show('zlib', zlibGunzip(feed))
show('gunzipSync', gunzipSync(feed))
show('decompressSync', decompressSync(feed))
const parts = []
const stream = new Gunzip((part) => parts.push(part))
stream.push(feed, true)
show('Gunzip', Buffer.concat(parts))
gunzip(feed, { consume: false }, (error, bytes) => show('gunzip', error ?? bytes))
JS
seen=$(
  echo "fflate $(node -p "require('./node_modules/fflate/package.json').version")"
  node try.mjs
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
fflate 0.8.3
zlib "id\ttitle\n1\tBoots\n2\tShoes\n3\tHats\n"
gunzipSync "id\ttitl"
decompressSync "id\ttitl"
Gunzip "id\ttitle\n1\tBoots\n2\tShoes\n3\tHats\n"
gunzip "id\ttitl"
SEEN
