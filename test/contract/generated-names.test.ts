import t from 'tap'
import type { Description } from '#openapi/description.ts'
import { rewriteSchemas } from '#openapi/naming/schema-places.ts'
import committed from '#openapi/openapi.json' with { type: 'json' }

// What generated clients of other languages need to compile; docs/clients.md says which generator.
const document = committed as unknown as Description
const schemas = document.components?.schemas ?? {}

t.test('no component has the name of a class that all Java code expects', async (t) => {
  for (const name of ['Exception', 'Throwable', 'Object', 'String', 'Integer', 'Boolean', 'Number', 'Override'])
    t.notOk(name in schemas, name)
})

t.test('values that differ by signs or by the case of letters have names that differ', async (t) => {
  const letters = (value: unknown): string =>
    String(value)
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]+/g, '_')
  for (const [component, schema] of Object.entries(schemas)) {
    const values = (schema.enum ?? []).filter((value) => value !== null)
    const { 'x-enum-varnames': names = values.map(letters) } = schema
    // A name for null makes kubb fail: it leaves null out of the values.
    t.equal(names.length, values.length, component)
    t.equal(new Set(names).size, names.length, component)
  }
  const { enum: zones = [], 'x-enum-varnames': names = [] } = schemas.Timezone ?? {}
  t.equal(names[zones.indexOf('Etc/GMT+12')], 'ETC_GMT_PLUS_12')
  t.equal(names[zones.indexOf('Etc/GMT-12')], 'ETC_GMT_MINUS_12')
})

t.test('no union but that of notifications, whose fields nobody knows, has a mere map', async (t) => {
  const found: string[] = []
  rewriteSchemas(document, (schema, { owner }) => {
    const options = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
    if (options.some(({ type, properties = {} }) => type === 'object' && Object.keys(properties).length === 0))
      found.push(owner)
    return schema
  })
  t.same(found, ['NotificationRequest'])
})

t.test('an object in a query is sent with the names of its fields', async (t) => {
  const [parameters] = document.paths['/catalogs/reports/stats']?.get?.parameters ?? []
  t.match(parameters, { name: 'parameters', style: 'deepObject', explode: true })
})
