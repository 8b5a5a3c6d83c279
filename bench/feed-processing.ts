// Figures of the processing of a large feed: node bench/feed-processing.ts [ROWS]
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { largestWorld } from '#db/size-budget.ts'
import { sampleProduct } from '#server/domain/catalogs/feeds/sample-products.ts'
import { startMock } from '#server/index.ts'
import { parsedAlone, storedAlone } from './bare-feed.ts'

const rows = Number(process.argv[2] ?? 500_000)
const directory = mkdtempSync(join(tmpdir(), 'feed-bench-'))
const file = join(directory, 'feed.tsv')
const padding = 'A shelter for two with a porch; poles, pegs and a bag come with it. '.repeat(5)

async function writeFeed(): Promise<void> {
  const out = createWriteStream(file)
  const columns = Object.keys({ ...sampleProduct(0), sale_price: '' })
  out.write(`${columns.join('\t')}\n`)
  for (let index = 0; index < rows; index++) {
    const product = { ...sampleProduct(index), description: padding + index } as Record<string, string>
    const isRoom = out.write(`${columns.map((name) => product[name] ?? '').join('\t')}\n`)
    if (!isRoom) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  await new Promise<void>((resolve) => out.end(() => resolve()))
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

await writeFeed()
const alone = await parsedAlone(file)
const stored = await storedAlone(file, directory)
const mock = await startMock({
  port: 0,
  feedDir: directory,
  dataDir: join(directory, 'worlds'),
  worldLimit: largestWorld,
  seed: 'empty',
})
const send = async (method: string, path: string, body?: object) => {
  const response = await fetch(`${mock.url}${path}`, {
    method,
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await response.json()) as { id: string; items: readonly object[] }
}
const feed = await send('POST', '/v5/catalogs/feeds', {
  name: 'Large',
  format: 'TSV',
  location: pathToFileURL(file).href,
  default_country: 'US',
  default_locale: 'en-US',
})
await mock.clock.advance('10s')

/** Milliseconds of a read, the slowest of a hundred left out. */
const p99 = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0
async function timed(until: () => boolean): Promise<readonly number[]> {
  const times: number[] = []
  while (!until()) {
    const start = performance.now()
    await send('GET', '/v5/catalogs')
    times.push(performance.now() - start)
  }
  return times
}

const idleEnds = performance.now() + 1000
const idle = p99(await timed(() => performance.now() > idleEnds))
globalThis.gc?.()
const before = process.memoryUsage().rss
let most = before
let isDone = false
const start = performance.now()
const looking = send('GET', `/v5/catalogs/feeds/${feed.id}/processing_results`).then((results) => {
  isDone = true
  return results
})
const sampler = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 50)
const busy = p99(await timed(() => isDone))
clearInterval(sampler)
const [result] = (await looking).items
console.log(JSON.stringify(result))
console.log(
  `${rows} rows, ${megabytes(statSync(file).size)} MB: ${((performance.now() - start) / 1000).toFixed(1)} s, Papa Parse alone ${alone.toFixed(1)} s, with SQLite ${stored.toFixed(1)} s;`,
  `memory ${megabytes(before)} MB before, ${megabytes(most)} MB at most;`,
  `p99 of a GET ${idle.toFixed(1)} ms idle, ${busy.toFixed(1)} ms meanwhile`,
)
await mock.close()
rmSync(directory, { recursive: true })
