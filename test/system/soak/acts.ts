import { type Json, testNow } from '#test/support/mock.ts'
import type { SoakWorld } from './world.ts'

/** One thing that is done to a world by test control; gives what is wrong with what came back. */
export type Act = (world: SoakWorld, upTo: (most: number) => number) => Promise<readonly string[]>

const wrong = (holds: boolean, sentence: string): readonly string[] => (holds ? [] : [sentence])

/** What a fault is asked to do, and the status that the call then has; 0 where there is no answer. */
const effects: readonly (readonly [Json, number])[] = [
  ['rate_limited=1', 429],
  ['server_error', 500],
  ['token_expired', 401],
  [{ type: 'status', status: 418, body: { tea: true } }, 418],
  ['latency=1ms', 200],
  ['reset', 0],
  ['empty', 0],
  ['answer_lost', 0],
  ['hang=1ms', 0],
]

/** A call is made to fail, which its answer, the fault and the journal tell, and the next one is not. */
const fail: Act = async (world, upTo) => {
  const [effect, expected] = effects[upTo(effects.length)] ?? ['reset', 0]
  const rule = { match: { operation: 'campaigns/list' }, trigger: { nth: 1 }, effect }
  const { id } = await world.control('POST', '/faults', rule)
  const since = await world.latest()
  const status = await world.status('/campaigns?page_size=1')
  const { hits, active } = await world.control('GET', `/faults/${id}`)
  const match = { operation: 'campaigns/list', faults: true, ...(since !== undefined && { since }) }
  const { verified, items } = await world.control('POST', '/requests/wait', { match, timeout: 120 })
  const why = await world.control('GET', `/requests/${items.at(-1).id}/why`)
  const after = await world.status('/campaigns?page_size=1')
  await world.control('DELETE', `/faults/${id}`)
  return [
    ...wrong(status === expected, `a call with ${JSON.stringify(effect)} has ${expected}, and not ${status}`),
    ...wrong(hits === 1 && active === false, `a fault of one call has struck once, and not ${hits} times`),
    ...wrong(verified && String(why.faults).startsWith(`${id}: `), `the journal tells of ${id}`),
    ...wrong(after === 200, `the call after a fault of one has 200, and not ${after}`),
  ]
}

/** A seed is put on top, of which the world has what it asks for; or one that is refused, of which it has nothing. */
const seed: Act = async (world, upTo) => {
  const campaign = {
    alias: 'sown',
    ad_account: world.account,
    name: 'Sown',
    objective_type: 'AWARENESS',
    daily_spend_cap: 5_000_000,
  }
  if (upTo(3) === 0) {
    const { message } = await world.refused('POST', '/seed', { campaigns: [campaign, { ...campaign, name: 5 }] })
    return wrong(/campaigns\[1\]/.test(message), 'a seed is refused at its place')
  }
  const { campaigns } = await world.control('POST', '/seed', { campaigns: [campaign] })
  world.known.campaigns.push(campaigns.sown)
  const aliases = await world.control('GET', '/seed')
  return wrong(aliases.campaigns.sown === campaigns.sown, 'the latest alias is told')
}

/** The journal has each call since it began, or says how many it has forgotten, in the count and in the report alike. */
const report: Act = async (world) => {
  const { requests, forgotten, operations } = await world.control('GET', '/report')
  const { count } = await world.control('GET', '/requests/count')
  const calls = operations.met.reduce((sum: number, { calls }: Json) => sum + calls, 0)
  const har = await world.control('GET', '/requests/har?status=4xx')
  const failed = await world.control('GET', '/requests/count?status=4xx')
  return [
    ...wrong(
      requests + forgotten === world.sent,
      `${world.sent} calls are shown, and not ${requests} and ${forgotten}`,
    ),
    ...wrong(
      count === requests && calls === requests,
      `the count is that of the report, ${requests}, and not ${count}`,
    ),
    ...wrong(har.log.entries.length === failed.count, 'an archive has what is counted'),
  ]
}

/** Settings are told as they were set. They narrow no rule that an invariant is about. */
const settings: Act = async (world, upTo) => {
  const expected = {
    features: { '*': { require_location: upTo(2) === 0 } },
    limits: upTo(2) === 0 ? 'off' : { '*': { per_day: 1_000_000_000 } },
    rules: upTo(2) === 0 ? {} : { 'campaign.budget.one-cap': { message: 'One of them.' } },
  }
  await world.control('PUT', '/settings', expected)
  const { features, limits, rules } = (await world.control('GET', '/settings')) as typeof expected
  const shown = { features, limits, rules }
  return wrong(JSON.stringify(sorted(shown)) === JSON.stringify(sorted(expected)), 'settings are what was set')
}

const sorted = (value: Json): Json => Object.fromEntries(Object.entries(value).sort())

/** Time ticks, is set and is frozen, and never goes back by itself. */
const time: Act = async (world, upTo) => {
  const before = (await world.control('GET', '/time')).now
  await world.control('POST', '/time/tick')
  const to = before + upTo(86_400)
  const set = await world.control('POST', '/time/set', { to })
  const { now, frozen } = await world.control('POST', '/time/freeze')
  world.clock.freeze(now * 1000)
  return [
    ...wrong(before >= testNow && set.now >= to, 'time is what it was set to'),
    ...wrong(frozen && now >= set.now, 'time goes on until it is frozen'),
  ]
}

/** A copy that its token selects has what the world has, and is gone when it is deleted. */
const copy: Act = async (world) => {
  const { name, token } = await world.control('POST', '/worlds', { from: { world: world.name }, ttl: 3600 })
  const headers = { authorization: `Bearer ${token}` }
  const list = `${world.origin}/v5/ad_accounts/${world.account}/campaigns?page_size=250&entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT`
  const { items }: Json = await (await fetch(list, { headers })).json()
  await world.control('DELETE', `/worlds/${name}`)
  const shown = items.map(({ id }: Json) => id)
  return [
    ...wrong(`${shown}` === `${world.known.campaigns.slice(0, 250)}`, 'a copy has the campaigns of its world'),
    ...wrong(/no world/.test((await world.refused('GET', `/worlds/${name}`)).message), 'a deleted world is gone'),
  ]
}

/** Everything that is done beside snapshots, exports and forks. */
export const acts: readonly Act[] = [fail, seed, report, settings, time, copy]
