import t from 'tap'
import { type Description, operationsIn, type Parameter, type Schema } from '#openapi/description.ts'
import { enumerationNames } from '#openapi/naming/enumeration-names.ts'
import { objectNames } from '#openapi/naming/object-names.ts'
import { rewriteSchemas } from '#openapi/naming/schema-places.ts'
import committed from '#openapi/openapi.json' with { type: 'json' }

const document = committed as unknown as Description
const schemas = document.components?.schemas ?? {}
const operations = [...operationsIn(document).values()].map(({ operation }) => operation)

/** Every schema of the document with the place where it stands. */
function placedSchemas(): readonly (readonly [schema: Schema, place: string, isComponent: boolean])[] {
  const found: (readonly [Schema, string, boolean])[] = []
  rewriteSchemas(document, (schema, { owner, name, isComponent }) => {
    found.push([schema, `${owner}.${name}`, isComponent])
    return schema
  })
  return found
}

const placed = placedSchemas()
const placesOf = (isFound: (schema: Schema, isComponent: boolean) => boolean): readonly string[] =>
  placed.filter(([schema, , isComponent]) => isFound(schema, isComponent)).map(([, place]) => place)

t.test('every enumeration of several values has a name, except in forms', async (t) => {
  t.same(
    placesOf(
      ({ enum: values = [] }, isComponent) => !isComponent && values.filter((value) => value !== null).length > 1,
    ),
    ['OauthAccessTokenRequest.grant_type', 'TokenRevocationRequest.token_type_hint'],
  )
})

t.test('every object with properties has a name', async (t) => {
  t.same(
    placesOf(({ properties }, isComponent) => !isComponent && Object.keys(properties ?? {}).length > 0),
    [],
  )
})

t.test('no name is made of a number: a better one is in openapi/naming/object-names.ts', async (t) => {
  t.same(
    Object.keys(schemas).filter((name) => /Option\d/.test(name)),
    [],
  )
})

t.test('names of enumerations and objects that are chosen are used', async (t) => {
  for (const name of Object.values(enumerationNames)) {
    t.ok(schemas[name] ?? schemas[`${name}OrNull`], name)
  }
  for (const [, name, closed] of objectNames) {
    const isUsed = [name, closed ?? name].some((one) => {
      const pattern = new RegExp(`^${one.replaceAll(/\$\d/g, '\\w*')}$`)
      return Object.keys(schemas).some((component) => pattern.test(component))
    })
    t.ok(isUsed, name)
  }
})

t.test('what may be null has a type, and an enumeration that may be null has null', async (t) => {
  t.same(
    placesOf(({ nullable, type }) => nullable === true && type === undefined),
    [],
  )
  t.same(
    placesOf(({ nullable, enum: values }) => nullable === true && values?.includes(null) === false),
    [],
  )
})

t.test('parameters that operations share are components', async (t) => {
  const own = operations.flatMap(({ parameters = [] }) => parameters.filter((one) => !('$ref' in one)))
  const names = own.map((one) => JSON.stringify(one))
  const repeated = names.filter((one, index) => names.indexOf(one) !== index)
  const shared = document.components?.parameters ?? {}
  t.ok(Object.keys(shared).length > 50)
  t.same(
    repeated.map((one) => (JSON.parse(one) as Parameter).name),
    [],
  )
})

t.test('every scope that an operation needs is described', async (t) => {
  const { securitySchemes } = committed.components
  const described = Object.keys(securitySchemes.pinterest_oauth2.flows.authorizationCode.scopes)
  const needed = operations.flatMap(({ security = [] }) => security.flatMap((one) => Object.values(one).flat()))
  for (const scope of new Set(needed)) t.ok(described.includes(scope), scope)
})

t.test('amounts and times are 64 bits wide, numbers of days and pixels are not', async (t) => {
  t.match(schemas.AdGroup?.properties, {
    bid_in_micro_currency: { format: 'int64' },
    created_time: { format: 'int64' },
    lifetime_frequency_cap: { format: undefined },
  })
})

t.test('a union names the property that has another value in each option', async (t) => {
  t.match(schemas.CatalogProduct, {
    discriminator: {
      propertyName: 'catalog_type',
      mapping: { RETAIL: '#/components/schemas/RetailCatalogProduct' },
    },
  })
})

// docs/clients.md says of each tool what surprises in it.

t.test('no property of a component has a default, which openapi-typescript would demand', async (t) => {
  const properties = Object.entries(schemas).flatMap(([name, schema]) =>
    Object.entries(schema.properties ?? {}).map(([property, part]) => [`${name}.${property}`, part] as const),
  )
  t.same(
    properties.filter(([, part]) => part.default !== undefined).map(([place]) => place),
    [],
  )
})

t.test('no property is for reading or for writing alone: types of both are components of their own', async (t) => {
  t.same(
    placesOf((schema) => 'readOnly' in schema || 'writeOnly' in schema),
    [],
  )
})

t.test('no named property stands beside a typed map, which does not compile', async (t) => {
  const isTyped = ({ additionalProperties }: Schema): boolean =>
    typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0
  t.same(
    placesOf((schema) => isTyped(schema) && Object.keys(schema.properties ?? {}).length > 0),
    [],
  )
})

t.test('no union is of several enumerations, which does not compile where they overlap', async (t) => {
  const valuesOf = ({ $ref, enum: values }: Schema) => values ?? schemas[$ref?.split('/').at(-1) ?? '']?.enum
  t.same(
    placesOf(
      ({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf].filter((one) => valuesOf(one) !== undefined).length > 1,
    ),
    [],
  )
})

t.test(
  'options that a discriminator tells apart exclude each other: with anyOf, Rust gives each the fields of all',
  async (t) => {
    t.same(
      placesOf(({ discriminator, anyOf }) => discriminator !== undefined && anyOf !== undefined),
      [],
    )
  },
)

t.test('no reference to an enumeration or a union with a discriminator is nullable beside it', async (t) => {
  const isOdd = ({ $ref = '' }: Schema): boolean => {
    const { enum: values, discriminator } = schemas[$ref.split('/').at(-1) ?? ''] ?? {}
    return values !== undefined || discriminator !== undefined
  }
  t.same(
    placesOf(({ nullable, allOf = [] }) => nullable === true && allOf.some(isOdd)),
    [],
  )
})

t.test('operation ids are those of Pinterest, which are good names of functions in each generator', async (t) => {
  const functionName = (id: string): string => id.replaceAll(/[/_]+(\w)/g, (_, letter: string) => letter.toUpperCase())
  const names = [...operationsIn(document).keys()].map(functionName)
  t.equal(new Set(names).size, names.length)
  for (const name of names) t.match(name, /^[a-zA-Z]\w+$/)
})
