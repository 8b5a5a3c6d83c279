import t from 'tap'
import { allRules } from '#server/registry/rules.ts'
import { allCases } from '#server/target/probe/cases/areas.ts'
import { planProbe } from '#server/target/probe/plan.ts'
import { untoldPrefixes, untoldReason } from '#server/target/probe/untold.ts'

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

t.test('what needs a Pin, or makes dozens of entities, is planned where the user says so', async (t) => {
  const reasons = planProbe({}).untold
  t.equal(reasons.get('ad.exists'), 'needs a Pin: give one by --pin')
  t.equal(reasons.get('ad_group.limit.seventy'), 'makes dozens of entities: add --thorough')
  const plan = planProbe({ pin: true, rules: ['ad.*', 'ad_preview.*'] })
  t.same([...plan.untold.keys()].sort(), ['ad.pin.promotable', 'ad_preview.pin.promotable'])
  t.ok((plan.made.get('ad') ?? 0) > 30)
  t.notOk(plan.cases.some(({ isLarge }) => isLarge))
  const limits = planProbe({ thorough: true, rules: ['ad_group.limit.seventy', 'label.apply.thirty-custom'] })
  t.same([limits.made.get('ad group'), limits.made.get('label')], [141, 61])
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
