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
