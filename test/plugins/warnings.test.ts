import t from 'tap'
import { globalRegistry, z } from 'zod'
import type { OperationSchema } from '#server/plugins/operations.ts'
import { deprecatedParameters, deprecations } from '#server/registry/deprecations.ts'
import { addResources } from '#server/registry/operations.ts'
import { type Mock, mock } from '../support/mock.ts'

const campaign = { name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

/** What the journal says of a call. */
async function warningsOf({ call }: Mock, method: string, url: string, body?: unknown): Promise<string[]> {
  const { headers } = await call(method, url, body)
  return (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)).body.warnings
}

t.test('a deprecated field passes, and the journal says what becomes of it', async (t) => {
  const server = await mock(t)
  const body = [{ ...campaign, ad_account_id: '1', default_ad_group_budget_in_micro_currency: 1 }]
  t.same(await warningsOf(server, 'POST', `/v5/ad_accounts/${server.account}/campaigns`, body), [
    "The field '[].ad_account_id' is deprecated: no effect: the path says which ad account",
    "The field '[].default_ad_group_budget_in_micro_currency' is deprecated: no effect",
  ])
})

t.test('a deprecated field that is null is none: clients send every field that they know', async (t) => {
  const server = await mock(t)
  const body = [{ ...campaign, ad_account_id: null, default_ad_group_budget_in_micro_currency: null }]
  t.same(await warningsOf(server, 'POST', `/v5/ad_accounts/${server.account}/campaigns`, body), [])
})

t.test('a deprecated value is told of, and the one that took its place is not', async (t) => {
  const server = await mock(t)
  const sizing = `/v5/ad_accounts/${server.account}/ad_groups/audience_sizing`
  t.match(await warningsOf(server, 'POST', sizing, { creative_types: ['REGULAR', 'SHOP_THE_PIN'] }), [
    /^The value 'SHOP_THE_PIN' of 'creative_types\[\]' is deprecated: COLLECTION/,
  ])
  t.same(await warningsOf(server, 'POST', sizing, { creative_types: ['COLLECTION'] }), [])
})

t.test('a query parameter that the operation does not know passes, and the journal tells of it', async (t) => {
  const server = await mock(t)
  t.same(await warningsOf(server, 'GET', '/v5/boards?include_empty=false&page_size=5&include_archived=false'), [
    "No version of the API that is known here (5.23, 5.28) describes the parameter 'include_empty' of this call; the API lets such pass",
    "No version of the API that is known here (5.23, 5.28) describes the parameter 'include_archived' of this call; the API lets such pass",
  ])
  t.same(await warningsOf(server, 'GET', '/v5/boards?page_size=5'), [])
  t.match(await warningsOf(server, 'GET', `/v5/ad_accounts/${server.account}?fields=id`), [/'fields'/])
})

t.test('a bare question mark is no parameter', async (t) => {
  const server = await mock(t)
  t.same(await warningsOf(server, 'GET', '/v5/boards?'), [])
})

t.test('every field that a schema calls deprecated is in the table, and the other way round', async (t) => {
  const found = new Set<string>()
  const walk = (id: string, schema: unknown, place: string): void => {
    if (!(schema instanceof z.ZodType)) return
    if (globalRegistry.get(schema)?.deprecated) found.add(`${id} ${place}`)
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) walk(id, schema.unwrap(), place)
    else if (schema instanceof z.ZodArray) walk(id, schema.element, `${place}[]`)
    else if (schema instanceof z.ZodObject) {
      for (const key in schema.shape) walk(id, schema.shape[key], place === '' ? key : `${place}.${key}`)
    }
  }
  const used = new Set<string>()
  await addResources({
    operation(id, { schema }) {
      const { body, querystring }: OperationSchema = schema
      // Its items are those of the single operations, whose warnings it does not repeat.
      if (id !== 'bulk_upsert/create') walk(id, body, '')
      if (!(querystring instanceof z.ZodObject)) return
      for (const [name, parameter] of Object.entries(querystring.shape)) {
        if (globalRegistry.get(parameter as z.ZodType)?.deprecated) used.add(`${id} ${name}`)
      }
    },
  })
  const withoutValue = deprecations.filter(({ value }) => value === undefined)
  const parameters = deprecatedParameters.flatMap(({ operations, parameter }) =>
    operations.map((id) => `${id} ${parameter}`),
  )
  t.same([...used].sort(), parameters.sort())
  t.same(
    [...found].sort(),
    withoutValue.flatMap(({ operations, field }) => operations.map((id) => `${id} ${field}`)).sort(),
  )
})
