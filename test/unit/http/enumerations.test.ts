import t from 'tap'
import { type Description, operationsIn, type Parameter, resolved, type Schema } from '#openapi/description.ts'
import document from '#openapi/openapi.json' with { type: 'json' }
import { flattened } from '#openapi/shape.ts'
import { freshWorlds } from '#test/support/fresh-world.ts'

const description = document as unknown as Description
const [seeded, empty] = [await freshWorlds(t, { seed: 'small' }), await freshWorlds(t)]

/** A parameter that takes values of a list, one of them or several. */
interface Enumerated {
  readonly place: string
  readonly name: string
  readonly values: readonly string[]
  readonly isList: boolean
}

const schemaOf = ({ schema = {} }: Parameter): Schema => flattened(description, schema)
const valuesOf = ({ enum: values }: Schema): readonly string[] | undefined => values?.map(String)
const sampleOf = (schema: Schema): string => {
  const { enum: values, items, example } = flattened(description, schema)
  return String(values?.[0] ?? example ?? (items === undefined ? '1' : sampleOf(items)))
}

function enumerated(parameter: Parameter): readonly Enumerated[] {
  const { items, ...schema } = schemaOf(parameter)
  const ofItems = items === undefined ? undefined : valuesOf(flattened(description, items))
  const values = valuesOf(schema) ?? ofItems
  if (values === undefined) return []
  return [{ place: parameter.in, name: parameter.name, values, isList: ofItems !== undefined }]
}

for (const [id, { method, path, operation }] of operationsIn(description)) {
  const parameters = (operation.parameters ?? []).map((one) => resolved<Parameter>(description, one))

  for (const { place, name, values, isList } of parameters.flatMap(enumerated)) {
    const url = (sent: string): string => {
      const filled = (one: Parameter): string => (one.name === name ? sent : sampleOf(schemaOf(one)))
      const queried = parameters.filter((one) => one.in === 'query' && (one.required || one.name === name))
      const below = parameters
        .filter((one) => one.in === 'path')
        .reduce((whole, one) => whole.replace(`{${one.name}}`, encodeURIComponent(filled(one))), path)
      return `/v5${below}?${queried.map((one) => `${one.name}=${encodeURIComponent(filled(one))}`).join('&')}`
    }

    t.test(`${id} refuses a ${name} that is none of its list, and names the list`, async (t) => {
      // Who has no catalog is refused for that first.
      const { call } = await seeded(t)
      const sent = isList ? `${values[0]},NOPE` : 'NOPE'
      const { status, body, headers } = await call(method.toUpperCase(), url(sent))
      t.equal(status, 400)
      t.strictSame(body, { code: 1, message: `Parameter '${name}' (value NOPE) is not one of ${values.join(', ')}.` })
      const why = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)
      t.match(why.body.reasons, [{ rule: 'request.schema', in: place, field: name, sent: 'NOPE' }])
    })

    t.test(`${id} takes each ${name} of its list`, async (t) => {
      const { call } = await empty(t)
      for (const value of values) {
        const { body } = await call(method.toUpperCase(), url(value))
        t.notMatch(body, { message: /is not one of/ }, value)
      }
    })
  }
}
