#!/usr/bin/env bash
# undici 7.29.1: its RetryAgent, which reads Retry-After, waits no longer than its own maxTimeout, 30 seconds by default, and
# then sends the call again, although the server has said when it may come. A 429 with a longer wait is met again and again
# until the retries are used up, and a server that counts refused calls starts its wait anew. The script waits for 36 seconds.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts undici@7.29.1
cat >try.mjs <<'JS'
import { createServer } from 'node:http'
import { Agent, fetch, RetryAgent } from 'undici'

const begun = performance.now()
const seconds = () => Math.round((performance.now() - begun) / 1000)
const opensAt = 36
const server = createServer((_request, response) => {
  const left = opensAt - seconds()
  console.log(`a call after ${seconds()} s: ${left > 0 ? `429, Retry-After: ${left}` : '200'}`)
  if (left > 0) response.writeHead(429, { 'retry-after': left })
  response.end()
})
server.listen(0, '127.0.0.1', async () => {
  const dispatcher = new RetryAgent(new Agent())
  const { status } = await fetch(`http://127.0.0.1:${server.address().port}/`, { dispatcher })
  console.log(status)
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
a call after 0 s: 429, Retry-After: 36
a call after 30 s: 429, Retry-After: 6
a call after 36 s: 200
200
SEEN
