import t from 'tap'
import { operationOf } from '#openapi/operations.ts'
import { allCases } from '#server/target/probe/cases/areas.ts'
import { fixtures } from '#server/target/probe/cases/fixtures.ts'
import { kinds } from '#server/target/probe/kinds.ts'
import type { ProbeCall } from '#server/target/probe/probe-case.ts'
import { needsPin } from '#server/target/probe/references.ts'

/** Every call that a probe may send, but for those that put something away. */
const calls: readonly ProbeCall[] = [
  ...Object.values(fixtures),
  ...allCases.flatMap(({ refused, passes }) => [refused, passes].flatMap((act) => [...(act.setup ?? []), act])),
]

/** What probes write, by the beginnings of operations; estimates are asked for by POST. */
const writtenFamilies = [
  ...['ad_groups', 'ad_previews', 'ads', 'advertiser_defined_events', 'analytics', 'board_sections', 'boards'],
  ...['campaign_ad_preview', 'campaigns', 'events', 'get_campaign_delivery_estimates', 'keywords', 'labels', 'pins'],
  ...['schedules', 'targeting_template'],
]

t.test('no call can make anything that spends: everything is paused, a draft or secret', async (t) => {
  const creations = calls.filter(({ operation }) => /^(campaigns|ad_groups)\/create$/.test(operation))
  t.ok(creations.length > 100, `${creations.length} creations`)
  for (const { operation, body } of creations) {
    for (const item of body as readonly { readonly status?: unknown }[]) {
      if (!['PAUSED', 'DRAFT'].includes(String(item.status))) t.fail(`${operation}: ${JSON.stringify(item)}`)
    }
  }
  for (const { operation, body } of calls.filter(({ operation }) => operation.endsWith('/update'))) {
    if (operation !== 'labels/update') t.notMatch(JSON.stringify(body), /"ACTIVE"/, operation)
  }
  for (const { body } of calls.filter(({ operation }) => operation === 'boards/create')) {
    t.match(body, { privacy: 'SECRET' })
  }
  for (const { body } of calls.filter(({ operation }) => operation === 'pins/create')) {
    t.match(body, { board_id: '{{secretBoard.id}}' }, 'on a board that nobody else sees')
    t.notMatch(JSON.stringify(body), /https?:/, 'with nothing that is fetched')
  }
  for (const { query } of calls.filter(({ operation }) => operation === 'events/create')) {
    t.match(query, { test: 'true' }, 'events are validated, and not recorded')
  }
  const writes = calls.filter(({ operation }) => operationOf(operation).method !== 'GET')
  const families = [...new Set(writes.map(({ operation }) => operation.split('/')[0] ?? ''))].sort()
  t.same(families, writtenFamilies, 'nothing else is written: no orders, media, people or access')
})

t.test('every ad is paused or a draft, in an ad group and a campaign that are too', async (t) => {
  const acts = allCases.flatMap(({ rule, refused, passes }) => [refused, passes].map((act) => ({ rule, act })))
  const inActs = acts.flatMap(({ rule, act }) => {
    const steps = new Map((act.setup ?? []).map((step) => [step.as, step]))
    const made = [...(act.setup ?? []), act].filter(({ operation }) => /^ads\/(create|update)$/.test(operation))
    return made.map((call) => ({ rule, call, steps }))
  })
  t.ok(inActs.length > 50, `${inActs.length} ads`)
  for (const { rule, call, steps } of inActs) {
    const ad = onlyItem(call)
    if (call.operation === 'ads/create') t.match(ad.name, /^\{\{name/, rule)
    if (call.operation === 'ads/create') t.ok(rests(ad), rule)
    if (ad.ad_group_id === undefined || ad.ad_group_id === '1') continue
    const adGroup = maker(ad.ad_group_id, steps, 'ad_groups/create')
    const campaign = maker(adGroup?.campaign_id, steps, 'campaigns/create')
    t.ok(rests(adGroup) && rests(campaign), `${rule}: ${JSON.stringify([ad, adGroup, campaign])}`)
  }
})

type Item = Readonly<Record<string, unknown>>

const onlyItem = ({ body }: ProbeCall): Item => {
  const [item, ...others] = body as readonly Item[]
  if (item === undefined || others.length > 0) throw new Error('not one item')
  return item
}

const rests = (item: Item | undefined): boolean => ['PAUSED', 'DRAFT'].includes(String(item?.status))

/** Returns what the call makes that a reference names; undefined where it is another operation. */
function maker(reference: unknown, steps: ReadonlyMap<string, ProbeCall>, operation: string): Item | undefined {
  const [, name = ''] = /^\{\{(\w+)\.id\}\}$/.exec(String(reference)) ?? []
  const call = steps.get(name) ?? fixtures[name]
  return call?.operation === operation ? onlyItem(call) : undefined
}

t.test('the Pin that the user names is shown by ads and previews alone', async (t) => {
  const naming = calls.filter(({ params, query, body }) => needsPin({ params, query, body }))
  t.same([...new Set(naming.map(({ operation }) => operation))].sort(), [
    'ad_previews/create',
    'ads/create',
    'ads/update',
  ])
  for (const { params, query, body } of naming) {
    t.notOk(needsPin({ params, query }), 'it is in no path, so that nothing changes it')
    const text = JSON.stringify(body).replaceAll(/"(organic_)?pin_id":"\{\{promotable_pin\}\}"/g, '')
    t.notMatch(text, 'promotable_pin')
  }
  t.notOk(needsPin(fixtures), 'and no fixture shows it')
})

t.test('everything that is made bears the name of a probe, and can be put away', async (t) => {
  for (const { operation, body } of calls.filter(({ operation }) => kinds.some(({ create }) => create === operation))) {
    if (operation !== 'campaign_ad_preview/create') t.match(JSON.stringify(body), /\{\{name/, operation)
  }
  const made = calls.filter(({ operation }) => operation.endsWith('/create')).map(({ operation }) => operation)
  const withoutKind = [...new Set(made)].filter((one) => !kinds.some(({ create }) => create === one)).sort()
  t.same(
    withoutKind,
    [
      'ad_previews/create',
      'analytics/create_conversion_product_report',
      'analytics/create_mmm_report',
      'analytics/create_report',
      'board_sections/create',
      'events/create',
    ].filter((one) => withoutKind.includes(one)),
    'previews and reports vanish by themselves, sections with their boards, and events of tests are not kept',
  )
})

t.test('nothing is changed but what the probe made: other ids are those of nothing', async (t) => {
  for (const { operation, params = {}, body } of calls.filter(
    ({ operation }) => operationOf(operation).method !== 'GET',
  )) {
    for (const value of Object.values(params)) t.match(value, /^\{\{\w+(\[\d+\])?\.\w+\}\}$/, operation)
    for (const [, id] of JSON.stringify(body ?? {}).matchAll(/"(?:id|schedule_id|label_id)":"([^"]*)"/g)) {
      if (id !== '1') t.match(id, /^\{\{\w+(\[\d+\])?\.\w+\}\}$/, operation)
    }
  }
})
