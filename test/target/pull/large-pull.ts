/**
 * Measures the time of a pull of a large ad account against the same GETs one after the other, by turns. Run by hand:
 * `node test/target/pull/large-pull.ts [--times 10] [--rounds 5]`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { useEconomicalHeap } from '#server/cli/economical-heap.ts'
import { TargetClient } from '#server/target/client/target-client.ts'
import { pull } from '#server/target/pull/pull.ts'
import { manyEntities } from './many-entities.ts'
import { served } from './spawned.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '1' }, rounds: { type: 'string', default: '5' } },
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

const pullFrom = (client: TargetClient) =>
  pull({ client, adAccountId: '549755885262', out, keepIds: false, anonymize: false, now: 2_000_000_000 })

async function timed(work: () => Promise<unknown>): Promise<{ readonly wall: number; readonly cpu: number }> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - began, cpu: (user + system) / 1000 }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

try {
  const times = Number(values.times)
  const file = join(folder, 'many.json')
  if (times > 1) writeFileSync(file, JSON.stringify(manyEntities(times)))
  const server = await served(times > 1 ? file : 'large')
  const recorder = new RecordingClient({ baseUrl: server.url, token: 'large' })
  await pullFrom(recorder)
  const headers = { authorization: 'Bearer large' }
  const rounds: { readonly pulled: number; readonly hand: number; readonly cpu: number }[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    setFlagsFromString('--no-optimize-for-size')
    const hand = await timed(async () => {
      for (const url of recorder.urls) await (await fetch(url, { headers })).text()
    })
    // As the command does.
    useEconomicalHeap()
    const pulled = await timed(() => pullFrom(new TargetClient({ baseUrl: server.url, token: 'large' })))
    rounds.push({ pulled: pulled.wall, hand: hand.wall, cpu: pulled.cpu / hand.cpu })
  }
  await server.end()
  const [pulled, hand] = [median(rounds.map((one) => one.pulled)), median(rounds.map((one) => one.hand))]
  console.log(`${recorder.urls.length} calls: pull ${Math.round(pulled)} ms, by hand ${Math.round(hand)} ms`)
  console.log(`ratio ${median(rounds.map((one) => one.pulled / one.hand)).toFixed(2)}`)
  console.log(`processor time, this side alone: ratio ${median(rounds.map(({ cpu }) => cpu)).toFixed(2)}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
