import type { Runner } from './runners.ts'

/** The configuration file, which the command reads by `--config` and the library by `config`. */
export const configFile = 'pinterest-mock.json'
/** The seed that the configuration names. */
export const seedFile = 'pinterest-mock.seed.yaml'

/** The text of the configuration file. */
export const configText = `{
  "seed": "./${seedFile}"
}
`

/** The text of the seed. */
export const seedText = `# yaml-language-server: $schema=./node_modules/pinterest-ads-mock/openapi/seed.schema.json
# What each world begins with. Check it: npx pinterest-ads-mock seed check ${seedFile}
ad_accounts:
  - alias: shop
    name: Shop
    country: US
campaigns:
  - alias: spring-sale
    ad_account: shop
    name: Spring sale
    objective_type: AWARENESS
    daily_spend_cap: 20000000
`

/** How a runner of JavaScript writes what the tests have in common. */
interface Dialect {
  /** The imports, and what starts the mock and closes it. */
  readonly head: string
  /** Begins a test, before its title. */
  readonly test: string
  /** The parameter of a test. */
  readonly parameter: string
  readonly includes: (list: string, value: string) => string
  readonly matches: (text: string, pattern: string) => string
}

const library = "import { startMock } from 'pinterest-ads-mock'"
const start = `startMock({ config: '${configFile}' })`
const held = (before: string, after: string, begin = 'async () => {'): string => `let mock
${before}(${begin}
  mock = await ${start}
})
${after}(() => mock.close())`
// Its limit of 2 s would count the import of the server, which takes longer on a busy machine.
const mochaBegin = 'async function () {\n  this.timeout(20_000)'
const expects = {
  parameter: '',
  test: 'test',
  includes: (list: string, value: string) => `expect(${list}).toContain(${value})`,
  matches: (text: string, pattern: string) => `expect(${text}).toMatch(${pattern})`,
}
const asserts = {
  parameter: '',
  test: 'test',
  includes: (list: string, value: string) => `assert.ok(${list}.includes(${value}))`,
  matches: (text: string, pattern: string) => `assert.match(${text}, ${pattern})`,
}

const dialects: Readonly<Record<Exclude<Runner, 'pytest'>, Dialect>> = {
  vitest: {
    ...expects,
    head: `${library}\nimport { afterAll, expect, test } from 'vitest'\n\nconst mock = await ${start}\nafterAll(() => mock.close())`,
  },
  jest: { ...expects, head: `${library}\n\n${held('beforeAll', 'afterAll')}` },
  node: {
    ...asserts,
    head: `import assert from 'node:assert/strict'\nimport { after, test } from 'node:test'\n${library}\n\nconst mock = await ${start}\nafter(() => mock.close())`,
  },
  tap: {
    head: `${library}\nimport t from 'tap'\n\nconst mock = await ${start}\nt.teardown(() => mock.close())`,
    test: 't.test',
    parameter: 't',
    includes: (list, value) => `t.ok(${list}.includes(${value}))`,
    matches: (text, pattern) => `t.match(${text}, ${pattern})`,
  },
  mocha: {
    ...asserts,
    test: 'it',
    head: `import assert from 'node:assert/strict'\n${library}\n\n${held('before', 'after', mochaBegin)}`,
  },
}

/** Returns the text of a test for a runner of JavaScript. */
export function scriptText(runner: Exclude<Runner, 'pytest'>): string {
  const { head, test, parameter, includes, matches } = dialects[runner]
  return `${head}

${test}('a campaign that is created is in the list', async (${parameter}) => {
  const world = await mock.fork()
  // The client under test takes world.baseUrl and world.token; world.fetch has both by itself.
  const { ad_accounts } = await world.seeds.ids()
  const campaigns = \`/ad_accounts/\${ad_accounts.shop}/campaigns\`
  const body = [{ name: 'Harvest sale', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }]
  await world.fetch(campaigns, { method: 'POST', body })
  const { items } = await (await world.fetch(campaigns)).json()
  const names = items.map(({ name }) => name)
  ${includes('names', "'Spring sale'")}
  ${includes('names', "'Harvest sale'")}
  await world.requests.verify('campaigns/create', 1)
})

${test}('a campaign without a budget is refused with the reason', async (${parameter}) => {
  const world = await mock.fork()
  const { ad_accounts } = await world.seeds.ids()
  const body = [{ name: 'Harvest sale', objective_type: 'AWARENESS' }]
  const response = await world.fetch(\`/ad_accounts/\${ad_accounts.shop}/campaigns\`, { method: 'POST', body })
  const { reasons } = await world.why(response)
  ${matches('reasons[0].message', '/budget/')}
})
`
}
