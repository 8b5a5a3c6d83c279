import t from 'tap'
import { type Content, operationsIn, resolved, type Schema } from '#openapi/description.ts'
import accepted from '#openapi/differences.json' with { type: 'json' }
import { operationOf } from '#openapi/operations.ts'
import { flattened } from '#openapi/shape.ts'
import table from '#openapi/version-5.23.json' with { type: 'json' }
import { type AcceptedDifference, matchesOf } from '#scripts/openapi/differences.ts'
import type { OperationDifferences, VersionDifferences } from '#server/domain/api-version/differences.ts'
import { jsonSchemaOf, openApiDocument } from '../support/example-calls.ts'

const differences: VersionDifferences = table
const described = operationsIn(openApiDocument)
const isNewer = matchesOf((accepted as readonly AcceptedDifference[]).filter(({ since }) => since !== undefined))

/** The parts of a body or a response, by their places. */
function* partsOf(schema: Schema | undefined, place = '', depth = 0): Generator<readonly [string, Schema]> {
  if (schema === undefined || depth > 12) return
  const shape = flattened(openApiDocument, schema)
  yield [place, shape]
  for (const option of [...(shape.oneOf ?? []), ...(shape.anyOf ?? [])]) yield* partsOf(option, place, depth + 1)
  const below = (name: string): string => (place === '' ? name : `${place}.${name}`)
  for (const [name, part] of Object.entries(shape.properties ?? {})) yield* partsOf(part, below(name), depth + 1)
  yield* partsOf(shape.items, below('[]'), depth + 1)
  const { additionalProperties: values } = shape
  if (typeof values === 'object') yield* partsOf(values, below('{}'), depth + 1)
}

/** Returns the values of parts by place: those of several options of a place are put together. */
function valuesByPlace(parts: Iterable<readonly [string, Schema]>): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, readonly unknown[]>()
  for (const [place, { enum: values = [], items }] of parts) {
    found.set(place, [...(found.get(place) ?? []), ...values, ...(items?.enum ?? [])])
  }
  return found
}

/** The values of an operation of our document by place; none where any value is taken. */
function documented(id: string) {
  const { operation } = described.get(id) ?? {}
  if (operation === undefined) throw new Error(`${id} is not documented`)
  const schemaOf = (part: Content | { readonly $ref: string } | undefined): Schema | undefined =>
    part && jsonSchemaOf(resolved<Content>(openApiDocument, part))
  const parameters = (operation.parameters ?? []).map((one) => resolved(openApiDocument, one))
  return {
    body: valuesByPlace(partsOf(schemaOf(operation.requestBody))),
    response: valuesByPlace(partsOf(schemaOf(operation.responses[200]))),
    query: valuesByPlace(
      parameters.flatMap(({ in: place, name, schema = {} }) => (place === 'query' ? [...partsOf(schema, name)] : [])),
    ),
  }
}

t.test('what version 5.23 lacks is all in the document, values included', async (t) => {
  for (const [id, lacking] of Object.entries(differences)) {
    t.not(operationOf(id).since, '5.28', `${id} is an operation of 5.23`)
    const parts = documented(id)
    const { body_values = {}, query_values = {} } = lacking
    for (const name of ['body', 'query', 'response'] as const) {
      for (const place of lacking[name] ?? []) t.ok(parts[name].has(place), `${id} ${name} ${place}`)
    }
    for (const place of lacking.required ?? []) t.ok(parts.body.has(place), `${id} body ${place}`)
    for (const [name, values] of [['body', body_values] as const, ['query', query_values] as const]) {
      for (const [place, unknown] of Object.entries(values)) {
        const known = parts[name].get(place) ?? []
        t.same(
          unknown.filter((value) => !known.includes(value)),
          [],
          `${id} ${name} ${place}`,
        )
      }
    }
  }
})

/** What 5.23 has as well, though an entry that is about its neighbours matches it. */
const ofBoth: readonly RegExp[] = [
  /^campaigns\/\S+ \S+\.bid_options\.(\w+_multipliers|update_mask)\b/,
  /^analytics\/\w+_mmm_report 200\.(code|status|message|data)\b/,
]

const isIn = (place: string, places: readonly string[] = []): boolean =>
  places.some((known) => place === known || place.startsWith(`${known}.`))

t.test(
  'what an accepted difference says is newer is in the file, in each operation: npm run api-versions',
  async (t) => {
    const missing = [...described.keys()].flatMap((id) => {
      if (operationOf(id).since === '5.28') return []
      const parts = documented(id)
      const lacking: OperationDifferences = differences[id] ?? {}
      const has = { body: [...(lacking.body ?? []), ...(lacking.required ?? [])], response: lacking.response }
      return (['body', 'response'] as const).flatMap((name) =>
        [...parts[name].keys()].flatMap((place) => {
          const line = `${id} ${name === 'body' ? 'body' : '200'}.${place}: absent there, present here`
          const isKnown =
            place === '' || !isNewer(line) || isIn(place, has[name]) || ofBoth.some((pattern) => pattern.test(line))
          return isKnown ? [] : line
        }),
      )
    })
    t.same(missing, [])
  },
)
