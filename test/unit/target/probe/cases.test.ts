import t from 'tap'
import { operationOf } from '#openapi/operations.ts'
import { allRules } from '#server/registry/rules.ts'
import { allCases } from '#server/target/probe/cases/areas.ts'
import { fixtures } from '#server/target/probe/cases/fixtures.ts'
import { kinds } from '#server/target/probe/kinds.ts'
import { planProbe } from '#server/target/probe/plan.ts'
import type { ProbeCall } from '#server/target/probe/probe-case.ts'
import { untoldPrefixes, untoldReason } from '#server/target/probe/untold.ts'

/** Every call that a probe may send, but for those that put something away. */
const calls: readonly ProbeCall[] = [
  ...Object.values(fixtures),
  ...allCases.flatMap(({ refused, passes }) => [refused, passes].flatMap((act) => [...(act.setup ?? []), act])),
]

t.test('every rule is shown by a case, or has a reason why none can show it', async (t) => {
  const shown = new Set(allCases.map(({ rule }) => rule))
  t.same(
    allRules.map(({ id }) => id).filter((id) => !shown.has(id) && untoldReason(id) === undefined),
    [],
    'neither',
  )
  t.same(
    [...shown].filter((id) => !allRules.some((rule) => rule.id === id)),
    [],
    'no such rule',
  )
  const needed = allRules.map(({ id }) => id).filter((id) => !shown.has(id))
  t.same(
    untoldPrefixes.filter((prefix) => !needed.some((id) => id.startsWith(prefix))),
    [],
    'reasons that no rule needs',
  )
})

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
  const families = new Set(writes.map(({ operation }) => operation.split('/')[0]))
  for (const family of ['ads', 'billing_profiles', 'ssio_insertion_order', 'ads_credit', 'media']) {
    t.notOk(families.has(family), family)
  }
})

t.test('everything that is made bears the name of a probe, and can be put away', async (t) => {
  for (const { operation, body } of calls.filter(({ operation }) => kinds.some(({ create }) => create === operation))) {
    t.match(JSON.stringify(body), /\{\{name/, operation)
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
    for (const value of Object.values(params)) t.match(value, /^\{\{\w+\.\w+\}\}$/, operation)
    for (const [, id] of JSON.stringify(body ?? {}).matchAll(/"(?:id|schedule_id|label_id)":"([^"]*)"/g)) {
      if (id !== '1') t.match(id, /^\{\{\w+(\[\d\])?\.\w+\}\}$/, operation)
    }
  }
})

t.test('a plan counts calls and what is made, and refuses what does not exist', async (t) => {
  const plan = planProbe({ operations: ['labels'] })
  t.match([...plan.calls.keys()], ['ads_read', 'org_read', 'ads_write'])
  t.same([...plan.made.keys()].sort(), ['campaign', 'label'])
  t.same(
    planProbe({ rules: ['label.*'] }).cases.map(({ rule }) => rule),
    planProbe({ operations: ['labels'], rules: ['label.*'] }).cases.map(({ rule }) => rule),
  )
  t.equal(planProbe({ rules: ['label.access'] }).untold.get('label.access'), 'needs a beta that few ad accounts are in')
  t.match(
    planProbe({ sandbox: true, rules: ['label.apply.once'] }).untold.get('label.apply.once'),
    /sandbox does not offer/,
  )
  t.throws(() => planProbe({ operations: ['campaign'] }), /there is no campaign\. Areas are campaigns, ad_groups/)
  t.throws(() => planProbe({ rules: ['label.exist'] }), /Did you mean label.exists/)
})
