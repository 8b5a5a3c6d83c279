import { CallFailure } from './failure.ts'
import { serverRoot } from './roots.ts'

/** A JSON schema, as far as forms are made of it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly nullable?: boolean
  readonly deprecated?: boolean
  readonly description?: string
  readonly example?: unknown
  readonly default?: unknown
}

/** A field of the path or the query of an operation. */
export interface Parameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
}

/** An operation of the API, with the schema of its JSON body where it takes one. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
}

/** The schemas that others refer to, by name. */
export type Schemas = Readonly<Record<string, Schema>>

/** The description of the API, as this server publishes it. */
export interface ApiDescription {
  readonly operations: readonly Operation[]
  readonly schemas: Schemas
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>
  readonly components: { readonly schemas: Schemas; readonly parameters?: Readonly<Record<string, Parameter>> }
}

interface DocumentOperation {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

let loaded: Promise<ApiDescription> | undefined

/** Returns the description of the API. It is loaded once: no world changes it. */
export function apiDescription(): Promise<ApiDescription> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}

/** Returns the address of an operation in the page of the documents. */
export const documentUrl = ({ id, tag }: Pick<Operation, 'id' | 'tag'>): string => `${serverRoot}docs#/${tag}/${id}`

async function load(): Promise<ApiDescription> {
  const response = await fetch(`${serverRoot}openapi.json`)
  if (!response.ok) throw new CallFailure(response.status, 'The server does not publish the description of the API.')
  const { paths, components }: Document = await response.json()
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      tag: operation.tags?.[0] ?? '',
      summary: operation.summary ?? operation.operationId,
      description: operation.description ?? '',
      parameters: (operation.parameters ?? []).flatMap((one) => parameterOf(one, components.parameters)),
      body: operation.requestBody?.content['application/json']?.schema,
    })),
  )
  return { operations, schemas: components.schemas }
}

/** Returns a parameter, or the shared one that is referred to. */
function parameterOf(
  one: Parameter | { readonly $ref: string },
  shared: Document['components']['parameters'] = {},
): readonly Parameter[] {
  if (!('$ref' in one)) return [one]
  const named = shared[one.$ref.slice(one.$ref.lastIndexOf('/') + 1)]
  return named === undefined ? [] : [named]
}

/** Returns the schema that is meant: references are followed, and what allows null besides is what it is without. */
export function resolved(schema: Schema, schemas: Schemas): Schema & { readonly isNullable: boolean } {
  const { $ref, anyOf, allOf, oneOf, ...own } = schema
  const named = $ref === undefined ? undefined : schemas[$ref.slice($ref.lastIndexOf('/') + 1)]
  const options = anyOf ?? oneOf ?? []
  const others = options.filter(({ type }) => type !== 'null')
  const single = named ?? (allOf?.length === 1 ? allOf[0] : others.length === 1 ? others[0] : undefined)
  const isNullable =
    schema.nullable === true || others.length < options.length || (own.type?.includes('null') && own.type !== 'null')
  if (single === undefined) return { ...schema, isNullable: isNullable === true }
  const inner = resolved(single, schemas)
  const { type: _type, ...words } = own
  return { ...inner, ...(inner.type === undefined ? own : words), isNullable: isNullable === true || inner.isNullable }
}
