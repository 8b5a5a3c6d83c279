/**
 * Measures pulls of a large ad account: the time against the same GETs one after the other, by turns, and the memory that
 * ten times as many entities take. Run by hand: `node test/target/pull/large-pull.ts [--times 10]`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtInContent } from '#server/seeds/image.ts'
import type { SeedItem } from '#server/seeds/schema.ts'
import { TargetClient } from '#server/target/client/target-client.ts'
import { pull } from '#server/target/pull/pull.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '10' }, rounds: { type: 'string', default: '5' } },
})
const folder = mkdtempSync(join(tmpdir(), 'large-pull-'))
const out = join(folder, 'seed.json')

/** Remembers what was called. */
class RecordingClient extends TargetClient {
  readonly urls: string[] = []
  override async send(call: Parameters<TargetClient['send']>[0]) {
    const sent = Object.entries(call.query ?? {}).map(([name, value]) => [name, String(value)] as const)
    const query = new URLSearchParams(Object.fromEntries(sent))
    this.urls.push(`${this.baseUrl}${call.path}?${query}`)
    return super.send(call)
  }
}

async function serve(seed: string): Promise<{ readonly url: string; readonly end: () => void }> {
  const main = new URL('../../../server/cli/main.ts', import.meta.url).href
  const entry = `import('${main}').then(({ main }) => main(['--port', '0', '--seed', ${JSON.stringify(seed)}]))`
  const child = spawn(process.execPath, ['--eval', entry], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  return { url: JSON.parse(String(line)).base_url, end: () => child.kill() }
}

const pullFrom = (client: TargetClient) =>
  pull({ client, adAccountId: '549755885262', out, keepIds: false, anonymize: false, now: 2_000_000_000 })

async function timed(work: () => Promise<unknown>): Promise<{ readonly wall: number; readonly cpu: number }> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - began, cpu: (user + system) / 1000 }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

async function compareTimes(): Promise<void> {
  const server = await serve('large')
  const recorder = new RecordingClient({ baseUrl: server.url, token: 'large' })
  await pullFrom(recorder)
  const headers = { authorization: 'Bearer large' }
  const byHand = async () => {
    for (const url of recorder.urls) await (await fetch(url, { headers })).text()
  }
  const rounds: { readonly pulled: number; readonly hand: number; readonly cpu: number }[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    const hand = await timed(byHand)
    const pulled = await timed(() => pullFrom(new TargetClient({ baseUrl: server.url, token: 'large' })))
    rounds.push({ pulled: pulled.wall, hand: hand.wall, cpu: pulled.cpu / hand.cpu })
  }
  server.end()
  const [pulled, hand] = [median(rounds.map((one) => one.pulled)), median(rounds.map((one) => one.hand))]
  console.log(`${recorder.urls.length} calls: pull ${Math.round(pulled)} ms, by hand ${Math.round(hand)} ms`)
  console.log(`ratio ${median(rounds.map((one) => one.pulled / one.hand)).toFixed(2)}`)
}

/** Returns the seed with so many times as many campaigns, ad groups and ads. */
function multiplied(times: number): object {
  const content = builtInContent('large') ?? {}
  const copies = (items: readonly SeedItem[], copy: number) =>
    items.map((item) =>
      Object.fromEntries(
        Object.entries(item).map(([key, value]) => [
          key,
          ['alias', 'campaign', 'ad_group'].includes(key) ? `${copy}-${value}` : value,
        ]),
      ),
    )
  const many = (items: readonly SeedItem[] = []) =>
    Array.from({ length: times }, (_, copy) => copies(items, copy)).flat()
  const { campaigns, ad_groups, ads, labels: _, ...rest } = content
  return { ...rest, campaigns: many(campaigns), ad_groups: many(ad_groups), ads: many(ads) }
}

/** Returns the most memory in MB that the process has during a pull of a seed, and how many items it has. */
async function memoryFor(seed: string): Promise<{ readonly peak: number; readonly items: number }> {
  const server = await serve(seed)
  global.gc?.()
  let peak = 0
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const { counts } = await pullFrom(new TargetClient({ baseUrl: server.url, token: 'large' }))
  clearInterval(sample)
  server.end()
  return { peak: peak / 1e6, items: Object.values(counts).reduce((sum, count) => sum + count, 0) }
}

try {
  await compareTimes()
  const one = await memoryFor('large')
  const file = join(folder, 'many.json')
  writeFileSync(file, JSON.stringify(multiplied(Number(values.times))))
  const many = await memoryFor(file)
  for (const { peak, items } of [one, many]) console.log(`${items} entities: ${Math.round(peak)} MB at most`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
