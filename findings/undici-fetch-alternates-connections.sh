#!/usr/bin/env bash
# undici 7.29.1, which is Node's fetch (24.21 has this version, 20.20 does the same): calls that are awaited one after the
# other, each body read to its end, go over two connections in turn, although the first one is idle again and kept alive.
# With one turn of the event loop between calls, all go over one. So a client that never has two calls in progress has two
# connections: tests that count them, servers that keep something for each, and limits of one connection are surprised.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts undici@7.29.1
cat >try.mjs <<'JS'
import { createServer } from 'node:http'
import { fetch } from 'undici'

const numbers = new Map()
const seen = []
const server = createServer(({ socket }, response) => {
  if (!numbers.has(socket)) numbers.set(socket, numbers.size + 1)
  seen.push(numbers.get(socket))
  response.setHeader('content-type', 'application/json').end('{}')
})

async function calls(title, between = () => {}) {
  for (let call = 0; call < 6; call++) {
    await (await fetch(`http://127.0.0.1:${server.address().port}/`)).json()
    await between()
  }
  console.log(`${title}: ${seen.splice(0).join(' ')}`)
}

server.listen(0, '127.0.0.1', async () => {
  await calls('back to back')
  await calls('with a turn of the event loop between', () => new Promise((resolve) => setImmediate(resolve)))
  server.close()
  server.closeAllConnections()
})
JS
seen=$(
  echo "undici $(node -p "require('undici/package.json').version")"
  node try.mjs
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
undici 7.29.1
back to back: 1 2 1 2 1 2
with a turn of the event loop between: 1 1 1 1 1 1
SEEN
