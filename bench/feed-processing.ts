// Figures of the processing of a large feed: node bench/feed-processing.ts [ROWS] [--quiet]
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { type Child, start, stop } from './child.ts'
import { bytesOf, Connection } from './connection.ts'
import { writeFeed } from './feeds/feed-file.ts'
import type { FeedServerUsage } from './feeds/feed-server.ts'
import { climb } from './feeds/ladder.ts'
import { waitingTime } from './feeds/waiting-time.ts'

/** Milliseconds of calls before the feed: the server has grown by then to what it takes for them. */
const calling = { first: 4000, idle: 4000 }

const [first] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const rows = Number(first ?? 500_000)
const isQuiet = process.argv.includes('--quiet')
const directory = mkdtempSync(join(tmpdir(), 'feed-bench-'))
const file = join(directory, 'feed.tsv')

async function usageOf({ process: server }: Child): Promise<FeedServerUsage> {
  const answered = once(server, 'message')
  server.send('usage')
  return (await answered)[0]
}

/** Who sends the reads. */
interface Caller {
  readonly connection: Connection
  /** Returns the milliseconds for which the caller and the server have waited for a processor. */
  readonly waited: () => number
}

/** Milliseconds that calls took, by the clock and less the time for which a processor was waited for. */
interface CallTimes {
  readonly clock: number[]
  readonly net: number[]
}

/** Sends reads one after the other, and returns how long each took. */
async function timed({ connection, waited }: Caller, until: () => boolean): Promise<CallTimes> {
  const request = bytesOf({ method: 'GET', path: '/v5/catalogs' })
  const times: CallTimes = { clock: [], net: [] }
  while (!until()) {
    const [before, start] = [waited(), performance.now()]
    await connection.call(request)
    const milliseconds = performance.now() - start
    times.clock.push(milliseconds)
    times.net.push(Math.max(0, milliseconds - (waited() - before)))
  }
  return times
}
const during = (caller: Caller, milliseconds: number): Promise<CallTimes> => {
  const end = performance.now() + milliseconds
  return timed(caller, () => performance.now() > end)
}

/** The milliseconds of a read, the slowest of a hundred left out. */
const p99 = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0

/** Tells how much longer reads took meanwhile. */
const compared = (idle: readonly number[], busy: readonly number[]): string =>
  `${p99(idle).toFixed(2)} ms idle, ${p99(busy).toFixed(2)} ms meanwhile (${(p99(busy) / p99(idle)).toFixed(1)} x)`

/** Asks for the result of a feed, which is processed first: `fetch` waits for five minutes at most. */
async function processed(port: number, feedId: string): Promise<object | undefined> {
  const path = `/v5/catalogs/feeds/${feedId}/processing_results`
  const request = get({ host: '127.0.0.1', port, path, headers: { authorization: 'Bearer any' } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const { items } = (await json(response)) as { readonly items: readonly object[] }
  return items[0]
}

async function measure(child: Child): Promise<void> {
  const send = async (method: string, path: string, body?: object) => {
    const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
    const response = await fetch(`http://127.0.0.1:${child.port}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`)
    return (await response.json()) as { readonly id: string }
  }
  const feed = await send('POST', '/v5/catalogs/feeds', {
    name: 'Large',
    format: 'TSV',
    location: pathToFileURL(file).href,
    default_country: 'US',
    default_locale: 'en-US',
  })
  await send('POST', '/__mock/time/advance', { by: '15s' })
  const connection = await Connection.open(child.port)
  const caller = { connection, waited: waitingTime(child.process.pid ?? 0) }
  await during(caller, calling.first)
  await usageOf(child)
  const idle = await during(caller, calling.idle)
  const atRest = await usageOf(child)
  let isDone = false
  const start = performance.now()
  const looking = processed(child.port, feed.id).then((result) => {
    isDone = true
    return result
  })
  const busy = await timed(caller, () => isQuiet || isDone)
  const result = await looking
  const seconds = (performance.now() - start) / 1000
  const used = await usageOf(child)
  connection.close()
  console.log(JSON.stringify(result))
  print(isQuiet ? 'the server, no other calls meanwhile' : 'the server, other calls meanwhile', seconds, used.processor)
  const [before, most] = [Math.round(atRest.most), Math.round(used.most)]
  console.log(`memory: ${before} MB at rest, ${most} MB at most (+${most - before})`)
  console.log(`p99 of a GET: ${compared(idle.clock, busy.clock)}, of ${idle.clock.length} and ${busy.clock.length}`)
  console.log(`p99 of a GET less what was waited for a processor: ${compared(idle.net, busy.net)}`)
  console.log(
    `processor time of a turn: p99 ${atRest.turn.toFixed(2)} ms idle, ${used.turn.toFixed(2)} ms meanwhile; longest ${used.longest.toFixed(1)} ms`,
  )
}

const print = (name: string, seconds: number, processor: number): void =>
  console.log(`${name}: ${seconds.toFixed(1)} s, processor time ${processor.toFixed(1)} s`)

try {
  await writeFeed(file, rows)
  console.log(`${rows} rows, ${Math.round(statSync(file).size / 2 ** 20)} MB`)
  if (!process.argv.includes('--no-ladder')) {
    for (const { name, cost } of await climb(file, directory)) print(name, cost.seconds, cost.processor)
  }
  const child = await start('feeds/feed-server.ts', [directory])
  await measure(child).finally(() => stop(child))
} finally {
  rmSync(directory, { recursive: true })
}
