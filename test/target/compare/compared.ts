import type { Test } from 'tap'
import { TargetClient } from '#server/target/client/target-client.ts'
import { type ComparedTarget, compareRecording } from '#server/target/compare/compare.ts'
import type { CompareOptions, Comparison } from '#server/target/compare/options.ts'
import { type Json, type Mock, type MockOptions, mock } from '#test/support/mock.ts'
import { type Alter, altered } from './altered-server.ts'

/** The token that every call of these tests has: looked for in whatever is found. */
export const token = 'pina_THE-TOKEN-OF-THE-USER'
/** A campaign that every server takes. */
export const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 20_000_000 }

/** Makes the calls of a test suite: reads, writes, refusals, and reads of what the writes made. */
async function suite({ get, post, patch, create, call }: Mock): Promise<void> {
  await get('/campaigns?page_size=2')
  const { body } = await get('/campaigns?page_size=2')
  await get(`/campaigns?page_size=2&bookmark=${body.bookmark}`)
  await get('/ad_groups')
  await get('/audiences')
  await get('/campaigns/1')
  await get('/campaigns?page_size=0')
  await post('/campaigns', [campaign, { ...campaign, lifetime_spend_cap: 5_000_000 }])
  const made = await create('/campaigns', { ...campaign, name: 'Made by the suite' })
  await get(`/campaigns/${made.id}`)
  await patch('/campaigns', [{ id: made.id, name: 'Changed by the suite' }])
  await get(`/campaigns?campaign_ids=${made.id}`)
  await post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'Of the suite' }] })
  await call('GET', '/v5/boards')
}

/** What a comparison found, and the server that it was made with. */
export interface Compared {
  readonly comparison: Comparison
  readonly target: Mock
}

/** Compares what a suite sends to one server with another one. */
export async function compared(
  t: Test,
  {
    alter,
    options,
    ...more
  }: { readonly alter?: Alter; readonly options?: MockOptions; readonly faults?: Json[] } & CompareOptions = {},
): Promise<Compared> {
  const server = await mock(t, { seed: 'small' })
  await suite(server)
  const { body: har } = await server.call('GET', '/__mock/requests/har')
  const target = await mock(t, { seed: 'small', ...options })
  // Its ids are other ones: it has had a campaign more.
  await target.create('/campaigns', campaign)
  for (const fault of more.faults ?? []) {
    const { status } = await target.call('POST', '/__mock/faults', fault)
    t.equal(status, 200)
  }
  const to = clientOf(await altered(t, target, alter))
  return { target, comparison: await compareRecording(har, to, { writes: true, ...more }) }
}

/** Returns a client of a target that waits for nothing. */
export function clientOf(baseUrl: string): ComparedTarget {
  const reasons: string[] = []
  const onWait = (_: number, reason: string) => void reasons.push(reason)
  const takeReasons = () => reasons.splice(0)
  return { client: new TargetClient({ baseUrl, token, wait: async () => {}, onWait }), takeReasons }
}

/** Returns the differences by operation, kind and place. */
export const kindsOf = ({ differences }: Comparison): readonly string[] =>
  differences.map(({ operation, kind, at }) => `${operation} ${kind} ${at}`.trim()).sort()
