import t, { type Test } from 'tap'
import type { Json } from '#test/support/mock.ts'
import { start } from './start.ts'

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
const batch = 30

/** Milliseconds from the first acknowledged batch to the kill, one for each round: `CRASH_ROUNDS` of them, or three. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 3)
const delays = Array.from({ length: rounds }, (_, round) => 40 + ((round * 53) % 160))
/** Rounds of one data directory: a world that is filled for longer reaches the limit of worlds. */
const chapter = 50
if (process.env.CRASH_ROUNDS !== undefined) t.setTimeout(0)

/** An answer of a server that is not to refuse anything. */
class Refused extends Error {}

/** Sends batches until the server is gone; gives the batches that were acknowledged, and tells of the first at once. */
async function writeUntilKilled(url: string, from: number, first: () => void): Promise<readonly number[]> {
  const acknowledged: number[] = []
  for (let number = from; ; number++) {
    const items = Array.from({ length: batch }, () => ({
      name: `batch ${number}`,
      objective_type: 'AWARENESS',
      daily_spend_cap: 1_000_000,
    }))
    try {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(items) })
      const answer: Json = await response.json()
      if (response.status !== 200) throw new Refused(JSON.stringify(answer))
      acknowledged.push(number)
      first()
    } catch (error) {
      if (error instanceof Refused) throw error
      return acknowledged
    }
  }
}

/** How many campaigns there are of each batch. */
async function countByBatch(url: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  let bookmark: string | null = ''
  do {
    const response: Json = await fetch(`${url}?page_size=250&bookmark=${bookmark}`, { headers })
    const page: Json = await response.json()
    for (const { name } of page.items) counts.set(name, (counts.get(name) ?? 0) + 1)
    bookmark = page.bookmark
  } while (bookmark !== null)
  return counts
}

/** Kills a server so many times, and holds what is there in the end to what was acknowledged. */
async function holdAfterKills(t: Test, delays: readonly number[]): Promise<void> {
  const args = ['--data-dir', t.testdir(), '--seed', 'empty']
  const acknowledged = new Set<number>()
  let account = ''
  for (const [round, delay] of delays.entries()) {
    const server = await start(t, args)
    if (account === '') {
      const made = await fetch(`${server.banner.base_url}/ad_accounts`, { method: 'POST', headers, body: '{}' })
      account = ((await made.json()) as Json).id
    }
    const url = `${server.banner.base_url}/ad_accounts/${account}/campaigns`
    const { promise: written, resolve: first } = Promise.withResolvers<void>()
    const writers = [0, 1, 2].map((writer) => writeUntilKilled(url, round * 1_000_000 + writer * 100_000, first))
    const killed = written
      .then(() => new Promise((resolve) => setTimeout(resolve, delay)))
      .then(() => server.end('SIGKILL'))
    for (const numbers of await Promise.all(writers)) for (const number of numbers) acknowledged.add(number)
    await killed
  }
  const server = await start(t, args)
  const counts = await countByBatch(`${server.banner.base_url}/ad_accounts/${account}/campaigns`)
  t.ok(acknowledged.size > 0, `${acknowledged.size} batches were acknowledged`)
  t.same(
    [...acknowledged].filter((number) => counts.get(`batch ${number}`) !== batch),
    [],
    'every acknowledged batch is whole',
  )
  t.same(
    [...counts].filter(([, count]) => count !== batch),
    [],
    'no batch is half',
  )
}

for (let from = 0; from < rounds; from += chapter) {
  const some = delays.slice(from, from + chapter)
  const kills = rounds > chapter ? `each of ${some.length} kills, from ${from}` : 'kill -9'
  t.test(`after ${kills} in the middle of writes every acknowledged batch is there and none is half`, (t) =>
    holdAfterKills(t, some),
  )
}
