import { totalmem } from 'node:os'
import t from 'tap'
import { checkRules, configurationOf, readConfiguration, UsageError } from '#server/config/config.ts'
import { redactedConfiguration } from '#server/config/redaction.ts'
import { sizeLimitsOf } from '#server/config/size-limits.ts'

const configured = (argv: readonly string[], environment = {}) => readConfiguration(argv, environment).configuration

t.test('without any option the defaults hold', async (t) => {
  t.match(configured([]), {
    host: '127.0.0.1',
    port: 7468,
    seed: 'small',
    logLevel: 'warn',
    bodyLimit: 1_048_576,
    features: {},
    rules: {},
    apiVersion: '5.28',
    selfCheck: false,
  })
})

t.test('a flag wins over a variable, and a variable over the file', async (t) => {
  const file = `${t.testdir({ 'mock.json': '{"port":1,"seed":"empty","host":"a"}' })}/mock.json`
  const { port, seed, host } = configured(['--config', file, '--port=3'], {
    PINTEREST_MOCK_PORT: '2',
    PINTEREST_MOCK_HOST: 'b',
  })
  t.same({ port, seed, host }, { port: 3, seed: 'empty', host: 'b' })
})

t.test('a file may begin with a byte order mark', async (t) => {
  const file = `${t.testdir({ 'mock.json': '\uFEFF{"port":1}' })}/mock.json`
  t.equal(configured(['--config', file]).port, 1)
})

t.test('features are set for all ad accounts, or for one', async (t) => {
  t.same(configured(['--features', 'require_cbo=on,5497:labels=off']).features, {
    '*': { require_cbo: true },
    5497: { labels: false },
  })
})

t.test('bytes are a number, or one with a unit, on the command line, in variables and in a file', async (t) => {
  const { worldLimit, worldsLimit, bodyLimit } = configured([])
  t.same({ worldLimit, worldsLimit, bodyLimit }, { worldLimit: 2 ** 29, worldsLimit: undefined, bodyLimit: 2 ** 20 })
  const file = `${t.testdir({ 'mock.json': '{"worldLimit":"64M","bodyLimit":65536}' })}/mock.json`
  const parsed = configured(['--config', file, '--worlds-limit', '2g'], { PINTEREST_MOCK_BODY_LIMIT: '128k' })
  t.equal(parsed.worldLimit, 64 * 2 ** 20)
  t.equal(parsed.worldsLimit, 2 * 2 ** 30)
  t.equal(parsed.bodyLimit, 128 * 2 ** 10)
  t.equal(configured(['--world-limit', '5000000']).worldLimit, 5_000_000)
  t.equal(configured(['--world-limit', '960M']).worldLimit, 960 * 2 ** 20)
})

t.test('worlds take 4 GiB together, and in memory no more than an eighth of what there is', async (t) => {
  t.equal(sizeLimitsOf(configured(['--data-dir', 'state'])).worlds, 2 ** 32)
  const { world, worlds, step } = sizeLimitsOf(configured(['--body-limit', '2M']))
  t.equal(world, 2 ** 29)
  t.ok(worlds > 0 && worlds <= Math.min(2 ** 32, totalmem() / 8))
  t.equal(step, 256 * 2 ** 20, 'a call stores no more than 128 bytes of each byte of its body')
  t.equal(sizeLimitsOf(configured(['--worlds-limit', '64M'])).worlds, 64 * 2 ** 20)
})

t.test('limits are a tier, or figures by category', async (t) => {
  t.equal(configured([]).limits, 'off')
  t.equal(configured(['--limits', 'trial']).limits, 'trial')
  const figures = { '*': { per_second: 5 }, ads_write: { per_minute: 2, per_day: 0 } }
  t.same(configured(['--limits', JSON.stringify(figures)]).limits, figures)
})

t.test('limits that are none are refused, and the message says what is allowed', async (t) => {
  const refused: readonly [string, RegExp][] = [
    ['trail', /"trail" is refused. Allowed: off, trial, standard, or JSON such as/],
    ['{"ads_wirte":{"per_day":1}}', /there is no 'ads_wirte'. Did you mean ads_write\?/],
    ['{"ads_write":{"per_hour":1}}', /ads_write: there is no 'per_hour'. Did you mean per_\w+\?/],
    ['{"*":{"per_day":-1}}', /\*: per_day: -1 is refused/],
    ['{"ads', /--limits: .*JSON/],
  ]
  for (const [parsed, message] of refused) t.throws(() => configured(['--limits', parsed]), { message }, parsed)
})

t.test('a rule is switched off by its id', async (t) => {
  t.same(configured(['--rules', 'campaign.budget.one-cap=off']).rules, { 'campaign.budget.one-cap': { off: true } })
})

t.test('a rule can be reworded in JSON', async (t) => {
  const rules = { 'campaign.budget.one-cap': { code: 7, message: 'Never.' } }
  t.same(configured(['--rules', JSON.stringify(rules)]).rules, rules)
})

t.test('apps and tokens are declared in JSON, a moment as seconds or as ISO 8601', async (t) => {
  const apps = { 1512345: { secret: 's', redirect_uris: ['http://localhost:8085/'], name: 'Planner' } }
  const tokens = { mine: { user: 'me', scopes: ['ads:read'], expires: '2026-06-01T12:00:00Z' }, all: {} }
  const { auth, ...shown } = configured(['--auth=strict', '--apps', JSON.stringify(apps)], {
    PINTEREST_MOCK_TOKENS: JSON.stringify(tokens),
  })
  t.equal(auth, 'strict')
  t.strictSame(shown.apps, apps)
  t.strictSame(shown.tokens, { mine: { ...tokens.mine, expires: 1_780_315_200 }, all: {} })
  t.equal(shown.autoApprove, false)
  t.strictSame(configured(['--apps', '{"1":{"secret":"s"}}']).apps, { 1: { secret: 's', redirect_uris: [] } })
})

t.test('refresh tokens are reused unless a flag, a variable or the file says that they rotate', async (t) => {
  const file = `${t.testdir({ 'mock.json': '{"refresh":"rotate"}' })}/mock.json`
  t.equal(configured([]).refresh, 'reuse')
  t.equal(configured(['--refresh', 'rotate']).refresh, 'rotate')
  t.equal(configured([], { PINTEREST_MOCK_REFRESH: 'rotate' }).refresh, 'rotate')
  t.equal(configured(['--config', file]).refresh, 'rotate')
  t.equal(configured(['--config', file, '--refresh=reuse']).refresh, 'reuse')
})

const violations: readonly [string, readonly string[], RegExp][] = [
  ['an unknown mode', ['--auth', 'stict'], /stict.*strict/],
  ['an unknown way to refresh', ['--refresh', 'once'], /once.*rotate/],
  ['an app without a secret', ['--apps', '{"1":{}}'], /--apps: 1: secret/],
  ['an app with a colon in its id', ['--apps', '{"a:b":{"secret":"s"}}'], /--apps/],
  ['a redirect URI that is none', ['--apps', '{"1":{"secret":"s","redirect_uris":["back"]}}'], /redirect_uris/],
  ['an unknown scope', ['--tokens', '{"x":{"scopes":["ads:reed"]}}'], /ads:reed.*ads:read/],
  ['apps that are no JSON', ['--apps', '1:secret'], /--apps/],
  ['an unknown feature', ['--features', 'labls=on'], /labls.*labels/],
  ['an unknown level', ['--log-level', 'warm'], /warm.*warn/],
  ['a flag without its value', ['--port'], /needs a value/],
  ['an argument that is no flag', ['start'], /start/],
  ['a port that no machine has', ['--port', '70000'], /port/],
  ['a size that is none', ['--world-limit', '64X'], /--world-limit: "64X" is refused\. Allowed: bytes, or 64K/],
  ['a size of nothing', ['--world-limit', '0'], /--world-limit: 0 is refused/],
  ['more than a world can have', ['--world-limit', '961M'], /--world-limit: 1007681536 is refused\. .*1006632960/],
  ['JSON that does not parse', ['--rules', '{'], /--rules/],
  ['a file that is not there', ['--config', '/nowhere.json'], /nowhere\.json/],
]

for (const [what, argv, message] of violations) {
  t.test(`${what} is refused with a word that helps`, async (t) => {
    t.throws(() => readConfiguration(argv, {}), { message })
  })
}

t.test('an unknown entry of the file is refused with the nearest name', async (t) => {
  const file = `${t.testdir({ 'mock.json': '{"prot":1}' })}/mock.json`
  t.throws(() => readConfiguration(['--config', file], {}), { message: /prot.*port/ })
})

const refusedRules: readonly [string, string, RegExp][] = [
  ['an unknown rule', 'campaign.budget.onecap=off', /campaign\.budget\.one-cap/],
  ['a rule that nothing works without', 'campaign.exists=off', /cannot be switched off/],
]

for (const [what, rule, message] of refusedRules) {
  t.test(`${what} is refused with a word that helps`, async (t) => {
    await t.rejects(checkRules(configured(['--rules', rule])), { constructor: UsageError, message })
  })
}

t.test('a rule that there is may be switched off', async (t) => {
  await t.resolves(checkRules(configured(['--rules', 'campaign.budget.one-cap=off'])))
})

const secret = 's3cr3t-mark'

/** The words with which a configuration is refused. */
function refusalOf(argv: readonly string[]): string {
  try {
    readConfiguration(argv, {})
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  return 'It was not refused.'
}

const refusedSecrets: readonly (readonly [string, readonly string[]])[] = [
  ['a token with a scope that there is not', ['--tokens', `{"${secret}":{"scopes":["x"]}}`]],
  ['a token that has a space', ['--tokens', `{"${secret} x":{}}`]],
  ['a token of a wrong kind', ['--tokens', `{"${secret}":1}`]],
  ['tokens that are a text', ['--tokens', `"${secret}"`]],
  ['tokens that are no JSON', ['--tokens', secret]],
  ['tokens that are nearly JSON', ['--tokens', `{"a":{},${secret}}`]],
  ['apps that are no JSON', ['--apps', `1:${secret}`]],
  ['a secret that is a list', ['--apps', `{"1":{"secret":["${secret}"]}}`]],
  ['an app that is a text', ['--apps', `{"1":"${secret}"}`]],
  ['an app with one thing too many', ['--apps', `{"1":{"secret":"${secret}","x":1}}`]],
]
for (const [what, argv] of refusedSecrets) {
  t.test(`${what} is refused by a word that does not tell it`, async (t) => {
    const shown = refusalOf(argv)
    t.ok(shown.startsWith(argv[0] ?? '?'), shown)
    t.notMatch(shown, secret)
  })
}

t.test('a configuration file that is no JSON is refused without a part of it', async (t) => {
  const file = `${t.testdir({ 'mock.json': `{"controlToken": ${secret}}` })}/mock.json`
  const shown = refusalOf(['--config', file])
  t.match(shown, /mock\.json cannot be read/)
  t.notMatch(shown, secret)
})

t.test('a configuration is told without its secrets, and otherwise as it is', async (t) => {
  const apps = { 1: { secret, redirect_uris: ['http://localhost/'] } }
  const parsed = configurationOf({ controlToken: secret, port: 3, tokens: { [secret]: {}, [`${secret}2`]: {} }, apps })
  const shown = redactedConfiguration(parsed)
  t.notMatch(JSON.stringify(shown), secret)
  t.match(shown, {
    port: 3,
    controlToken: '…',
    tokens: { '…': {}, '… 2': {} },
    apps: { 1: { secret: '…', redirect_uris: ['http://localhost/'] } },
  })
  t.strictSame(redactedConfiguration(configurationOf({ port: 3 })), configurationOf({ port: 3 }))
})

t.test('a rehearsal is answered as the other version, unless one is set', async (t) => {
  t.match(configured(['--rehearse', '5.28']), { rehearse: '5.28', apiVersion: '5.23' })
  t.match(configured(['--rehearse', '5.23']), { rehearse: '5.23', apiVersion: '5.28' })
  t.match(configured(['--rehearse', '5.23', '--api-version', '5.28']), { apiVersion: '5.28' })
  t.match(configured(['--rehearse', 'off']), { apiVersion: '5.28' })
})

t.test('a rehearsal needs another version, the journal and test control', async (t) => {
  const rehearsed = (...argv: readonly string[]) => configured(['--rehearse', '5.28', ...argv])
  t.throws(() => rehearsed('--api-version', '5.28'), /compares calls with another version: leave --api-version out/)
  t.throws(() => rehearsed('--journal', '0'), /--rehearse needs --journal, which is off/)
  t.throws(() => rehearsed('--control', 'off'), /--rehearse needs --control, which is off/)
})

t.test('a profile is one that is known', async (t) => {
  t.equal(configured(['--profile', 'sandbox']).profile, 'sandbox')
  t.throws(() => configured(['--profile', 'sandbx']), /sandbox/)
})
