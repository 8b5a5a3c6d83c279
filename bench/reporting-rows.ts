import { get, textOf } from './api.ts'
import { type Child, type LargeChild, startBareGroupBy, startLarge, stop } from './child.ts'
import type { Call } from './connection.ts'
import { rateInSequence } from './load.ts'
import { asyncReportRows } from './reporting/async-rows.ts'
import { accountOf, bareName, campaigns, columns, dailyReport, days, spanQuery } from './reporting/daily-report.ts'
import { measureInTurns, type Running } from './rounds.ts'
import type { Effort, Measured, Row } from './row.ts'

/** The ads of the account's campaigns that are ACTIVE: two of three. */
const activeAds = 6667

const once = (child: Child, call: Call): Promise<number> => rateInSequence(child, call, 1)

/** A server and its call, measured by answers that come one after the other. */
interface Subject {
  readonly name: string
  readonly kind: 'ours' | 'limit'
  readonly child: Child
  readonly call: Call
}

/** Measures servers in turns, and stops them. */
async function inSequence(
  { rounds }: Effort,
  subjects: readonly Subject[],
  { answers = 3, warmUps = 10 } = {},
): Promise<Measured> {
  for (const { child, call } of subjects) await rateInSequence(child, call, warmUps)
  const result = await measureInTurns(
    rounds,
    subjects.map(({ child, call, ...one }) => ({ ...one, figure: () => rateInSequence(child, call, answers) })),
  )
  for (const { child } of subjects) await stop(child)
  return result
}

async function daily(effort: Effort): Promise<Measured> {
  const child = await startLarge({})
  const { ours, bare, ready } = await dailyReport(child)
  const twin = await startBareGroupBy(ready)
  return inSequence(effort, [
    { name: 'ours', kind: 'ours', child, call: ours },
    { name: bareName, kind: 'limit', child: twin, call: bare },
  ])
}

async function afterChange({ rounds }: Effort): Promise<Measured> {
  const child = await startLarge({})
  const { ours, bare, ready, change } = await dailyReport(child)
  const twin = await startBareGroupBy(ready)
  let changes = 0
  const changed = (): Call => ({
    ...change,
    body: JSON.stringify({ labels: [{ label_type: 'CUSTOM', value: `Change ${changes++}` }] }),
  })
  const running: readonly Running[] = [
    {
      name: 'ours',
      kind: 'ours',
      figure: async () => {
        await textOf(child, changed())
        return once(child, ours)
      },
    },
    { name: bareName, kind: 'limit', figure: () => once(twin, bare) },
  ]
  await measureInTurns(10, running)
  const result = await measureInTurns(rounds, running)
  for (const one of [child, twin]) await stop(one)
  return result
}

/** The first report of a process: its code is not compiled yet. */
async function firstOfProcess({ starts }: Effort): Promise<Measured> {
  const model = await startLarge({})
  const { ours, bare, ready } = await dailyReport(model)
  await stop(model)
  const firstOf = async (start: () => Promise<Child>, call: Call): Promise<number> => {
    const child = await start()
    await textOf(child, get(call.path.replace(/start_date=[\d-]+/, 'start_date=none'))).catch(() => '')
    const figure = await once(child, call)
    await stop(child)
    return figure
  }
  return measureInTurns(starts, [
    { name: 'ours', kind: 'ours', figure: () => firstOf(() => startLarge({}), ours) },
    { name: bareName, kind: 'limit', figure: () => firstOf(() => startBareGroupBy(ready), bare) },
  ])
}

async function total(effort: Effort): Promise<Measured> {
  const child = await startLarge({})
  const { path } = await accountOf(child)
  const query = `${spanQuery(child)}&granularity=TOTAL&columns=${columns.join(',')}`
  const twin = await startBareGroupBy({ columns, id: 'AD_ID', entities: activeAds })
  return inSequence(effort, [
    { name: 'ours', kind: 'ours', child, call: get(`${path}/analytics?${query}`) },
    {
      name: `${bareName}, a row for each ad and day`,
      kind: 'limit',
      child: twin,
      call: get('/figures?start_date=2026-01-01&end_date=2026-12-31'),
    },
  ])
}

/** The longest time for which the total of an account keeps other calls waiting. */
async function held({ rounds }: Effort): Promise<Measured> {
  const child = await startLarge({})
  const { path } = await accountOf(child)
  const call = get(`${path}/analytics?${spanQuery(child)}&granularity=TOTAL&columns=${columns.join(',')}`)
  const figure = async (): Promise<number> => {
    await heldBy(child)
    await textOf(child, call)
    return heldBy(child)
  }
  await figure()
  const result = await measureInTurns(rounds, [{ name: 'ours', kind: 'ours', figure }])
  await stop(child)
  return result
}

const heldBy = async ({ heldPort }: LargeChild): Promise<number> =>
  Number(await (await fetch(`http://127.0.0.1:${heldPort}`)).text())

async function oneOfMany(effort: Effort): Promise<Measured> {
  const subjects: Subject[] = []
  for (const times of [10, 1]) {
    const child = await startLarge({ times })
    const { path, ids } = await accountOf(child)
    const query = `${spanQuery(child)}&granularity=DAY&columns=${columns.join(',')}&campaign_ids=${ids[100]}`
    subjects.push({
      name: `ours with ${(times * 10_000).toLocaleString('en')} ads`,
      kind: 'ours',
      child,
      call: get(`${path}/campaigns/analytics?${query}`),
    })
  }
  return inSequence(effort, subjects, { answers: 200, warmUps: 1000 })
}

const name = `analytics of ${campaigns} campaigns, ${days} days × ${columns.length} columns`

/** The cost of figures, against a server that has them ready-made. */
export const reportingRows: readonly Row[] = [
  { name, unit: 'req/s', reach: { ratio: 1 / 2 }, measure: daily },
  { name: `${name}, after each change`, unit: 'req/s', reach: { ratio: 1 / 5 }, isLong: true, measure: afterChange },
  {
    name: `${name}, first report of a process`,
    unit: 'req/s',
    reach: { ratio: 1 / 5 },
    isLong: true,
    measure: firstOfProcess,
  },
  { name: `total of 10,000 ads, ${days} days`, unit: 'req/s', reach: { ratio: 1 / 3 }, measure: total },
  { name: `total of 10,000 ads, other calls wait`, unit: 'ms', reach: { figure: 50 }, measure: held },
  {
    name: 'analytics of a campaign among 100,000 ads',
    unit: 'req/s',
    reach: { ratio: 1 / 1.1 },
    isLong: true,
    measure: oneOfMany,
  },
  ...asyncReportRows,
]
