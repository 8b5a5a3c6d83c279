import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { startMock } from '#server/index.ts'

const refused: Readonly<Record<string, readonly [object, RegExp]>> = {
  'an option that does not exist, with the nearest': [{ sed: 'small' }, /^Unknown option sed\. Did you mean seed\?$/],
  'a misspelt listen': [{ lissten: false }, /^Unknown option lissten\. Did you mean listen\?$/],
  'each of several unknown options': [{ prot: 1, hots: 'a' }, /^Unknown option prot\. .*port\?\nUnknown option hots\./],
  'an invalid value by the option, not by a flag': [{ dataDir: 7 }, /^dataDir: 7 is refused/],
  'a value that is not one of a few, with the nearest': [{ logLevel: 'loud' }, /^logLevel: "?loud.*Did you mean/],
  'a feature that does not exist': [{ features: { '*': { label: true } } }, /^features.*Did you mean labels\?/],
  'a file of evidence that is not there': [{ rules: 'none.json' }, /^rules: .*none\.json/],
  'a rule that does not exist': [{ rules: { 'campaign.budget.one-cup': { off: true } } }, /^rules: there is no rule/],
  'options that need each other': [{ httpsKey: 'key.pem' }, /^httpsCertificate and httpsKey need each other\.$/],
  'findings without test control': [{ failOn: ['any'], control: false }, /^failOn needs control, which is off\.$/],
  'unmatched calls without a journal': [{ unmatched: 'fail', journal: 0 }, /^unmatched needs journal, which is off\.$/],
  'findings without a journal': [{ failOn: ['any'], journal: 0 }, /^failOn needs journal, which is off\.$/],
}

for (const [what, [options, message]] of Object.entries(refused)) {
  t.test(`startMock refuses ${what}`, async (t) => {
    await t.rejects(startMock({ listen: false, ...options }), { message })
  })
}

t.test('startMock reads a configuration file, over which its own options win', async (t) => {
  const config = join(t.testdir({ 'mock.json': '{ "seed": "empty", "limits": "trial" }' }), 'mock.json')
  const mock = await startMock({ listen: false, config, seed: 'small' })
  t.teardown(() => mock.close())
  t.match(await mock.about(), { seed: 'small' })
  const other = await startMock({ listen: false, config })
  t.teardown(() => other.close())
  t.match(await other.about(), { seed: 'empty' })
})

t.test('startMock names the configuration file that it refuses', async (t) => {
  const folder = t.testdir({ 'mock.json': '{ "sed": "empty" }' })
  const config = join(folder, 'mock.json')
  await t.rejects(startMock({ config }), { message: /mock\.json: Unknown option sed\. Did you mean seed\?/ })
  await t.rejects(startMock({ config: join(folder, 'none.json') }), { message: /none\.json cannot be read/ })
})

const rule = 'campaign.budget.one-cap'
const evidence = {
  ...{ format: 'pinterest-ads-mock evidence', version: 1, date: '2026-11-30', target: 'sandbox', operations: {} },
  rules: { [rule]: { verdict: 'differs', adopt: { code: 4712 } }, 'campaign.exists': { verdict: 'agrees' } },
} as const
const adopted = { id: rule, code: 4712, evidence: 'observed by you', source: /2026-11-30/ }

t.test('rules may be evidence: its file by name, its content, or either in a configuration file', async (t) => {
  const folder = t.testdir({ 'evidence.json': JSON.stringify(evidence) })
  const file = join(folder, 'evidence.json')
  const configs = { 'by-name.json': file, 'by-content.json': evidence }
  for (const [name, rules] of Object.entries(configs)) writeFileSync(join(folder, name), JSON.stringify({ rules }))
  const ways = [
    { rules: file },
    { rules: evidence },
    ...Object.keys(configs).map((name) => ({ config: join(folder, name) })),
  ]
  for (const options of ways) {
    const mock = await startMock({ listen: false, ...options })
    t.teardown(() => mock.close())
    const rules = await mock.rules.list('campaigns/create')
    t.match(
      rules.filter(({ id }) => id === rule),
      [adopted],
    )
  }
})

t.test('a world adopts evidence while it runs, and forgets it with the setting', async (t) => {
  const mock = await startMock({ listen: false })
  t.teardown(() => mock.close())
  const codeOf = async () => (await mock.rules.list('campaigns/create')).find(({ id }) => id === rule)?.code
  const before = await codeOf()
  const { rules } = await mock.settings.set({ rules: evidence })
  t.same(rules, { [rule]: { code: 4712, observed: '2026-11-30' } })
  t.equal(await codeOf(), 4712)
  await mock.settings.set({ rules: {} })
  t.equal(await codeOf(), before)
  const later = { ...evidence, version: 2 }
  await t.rejects(mock.settings.set({ rules: later }), { message: /evidence of version 2; 1 is known/ })
  await t.rejects(startMock({ listen: false, rules: later }), { message: /^rules.*evidence of version 2; 1 is known/ })
  const unknown = { ...evidence, rules: { 'campaign.budget.one-cup': { adopt: { code: 1 } } } }
  await t.rejects(mock.settings.set({ rules: unknown }), { message: /Did you mean campaign\.budget\.one-cap/ })
})
