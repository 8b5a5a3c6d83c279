import t from 'tap'
import { type DescribedOperation, type Description, operationsIn, type Parameter } from '#openapi/description.ts'
import componentTexts from '#openapi/naming/component-texts.json' with { type: 'json' }
import glossary from '#openapi/naming/glossary.json' with { type: 'json' }
import { saysMore } from '#openapi/naming/says-more.ts'
import committed from '#openapi/openapi.json' with { type: 'json' }

const document = committed as unknown as Description
const schemas = document.components?.schemas ?? {}
const operations = [...operationsIn(document).values()].map(({ operation }) => operation)

/** The parameters that an operation does not share. */
const parametersOf = ({ parameters = [] }: DescribedOperation): readonly Parameter[] =>
  parameters.flatMap((one) => ('$ref' in one ? [] : [one]))

t.test('every property and every component says what it is', async (t) => {
  const undescribed = Object.entries(schemas).flatMap(([component, { description, properties = {} }]) => [
    ...(description === undefined ? [component] : []),
    ...Object.entries(properties)
      .filter(([, property]) => property.$ref === undefined && property.description === undefined)
      .map(([name]) => `${component}.${name}: add it to openapi/naming/glossary.json`),
  ])
  t.same(undescribed, [])
})

t.test('every text says more than the name of what it describes', async (t) => {
  const properties = Object.entries(schemas).flatMap(([component, schema]) =>
    Object.entries(schema.properties ?? {})
      .filter(([, property]) => property.$ref === undefined)
      .map(([name, property]) => [name, property.description, `${component}.${name}`] as const),
  )
  const parameters = [...Object.values(document.components?.parameters ?? {}), ...operations.flatMap(parametersOf)]
  const responses = operations.flatMap(({ operationId = '', responses }) =>
    Object.values(responses).flatMap((one) =>
      '$ref' in one ? [] : [[operationId, one.description, operationId] as const],
    ),
  )
  const texts = [
    ...Object.entries(schemas).map(([name, { description }]) => [name, description, name] as const),
    ...properties,
    ...parameters.map(({ name, description }) => [name, description, `parameter ${name}`] as const),
    ...responses,
    ...operations.map(({ operationId = '', description }) => [operationId, description, operationId] as const),
  ]
  t.ok(texts.length > 3000)
  t.same(
    texts.filter(([name, text = '']) => !saysMore(name, text)).map(([, text, place]) => `${place}: ${text}`),
    [],
    'texts are in openapi/naming/glossary.json and component-texts.json',
  )
})

for (const [name, text, expected] of [
  ['AdAccountPage', 'Ad account page.', false],
  ['AdAccountPage', 'A page of the ad accounts.', false],
  ['CampaignsCreateResponse', 'The response that creates a campaign.', false],
  ['ad_account_id', 'The ad account, by its id.', false],
  ['bid_in_micro_currency', 'Bid, in micro-currency.', false],
  ['error_code', 'Code of the error.', false],
  ['bid_in_micro_currency', 'Bid in millionths of the currency.', true],
  ['AdAccountPage', 'Ad accounts that the caller has a role in.', true],
] as const) {
  t.test(`"${text}" ${expected ? 'says more' : 'says nothing more'} than ${name}`, async (t) => {
    t.equal(saysMore(name, text), expected)
  })
}

t.test('no two components have one text, but for those that differ in null or in being closed', async (t) => {
  const texts = Map.groupBy(Object.entries(schemas), ([, { description = '' }]) => description)
  const repeated = [...texts.values()].map((entries) => entries.map(([name]) => name))
  t.same(
    repeated.filter((names) => names.length > 1),
    [],
    'texts of components are in openapi/naming/component-texts.json',
  )
})

t.test('texts of components are of components that there are', async (t) => {
  t.same(
    Object.keys(componentTexts).filter((name) => schemas[name] === undefined),
    [],
  )
})

t.test('the glossary has no name that neither a property nor a parameter bears', async (t) => {
  const names = new Set(Object.values(schemas).flatMap(({ properties = {} }) => Object.keys(properties)))
  const parameters = [...Object.values(document.components?.parameters ?? {}), ...operations.flatMap(parametersOf)]
  for (const { name } of parameters) names.add(name)
  t.same(
    Object.keys(glossary).filter((name) => !names.has(name)),
    [],
  )
})
