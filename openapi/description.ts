/** A schema of OpenAPI 3.0, as far as this project reads it. */
export interface Schema {
  readonly $ref?: string
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly type?: string
  readonly format?: string
  readonly nullable?: boolean
  readonly enum?: readonly unknown[]
  /** Names of the values, in their order, for constants of generated clients. */
  readonly 'x-enum-varnames'?: readonly string[]
  readonly default?: unknown
  /** The default where the generator drops it. Internal: removed from the finished document. */
  readonly 'x-default'?: unknown
  /** Whether a text is taken as well, which the generator does not see. Internal: removed from the finished document. */
  readonly 'x-or-text'?: boolean
  readonly example?: unknown
  readonly description?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: boolean | Schema
  /** The property that tells the options of a union apart. */
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> }
}

/** A parameter in a path or a query. */
export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
  readonly description?: string
  readonly example?: unknown
  readonly style?: string
  readonly explode?: boolean
}

/** The body of a request or response, by content type. */
export interface Content {
  readonly description?: string
  readonly required?: boolean
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

/** A reference to another part of the document. */
export type Reference = { readonly $ref: string }

/** One operation of a description. */
export interface DescribedOperation {
  readonly operationId?: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: Content | Reference
  readonly responses: Readonly<Record<string, Content | Reference>>
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly 'x-ratelimit-category'?: string
  readonly 'x-sandbox'?: string
}

/** An OpenAPI 3.0 document, as far as this project reads it. */
export interface Description {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly servers?: readonly { readonly url: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>
    readonly parameters?: Readonly<Record<string, Parameter>>
    readonly securitySchemes?: Readonly<Record<string, object>>
  }
}

/** An operation with its path and method. */
export interface PlacedOperation {
  readonly path: string
  /** In upper case. */
  readonly method: string
  readonly operation: DescribedOperation
}

const methods = ['get', 'put', 'post', 'delete', 'patch']

/** Returns every operation of a description by id. */
export function operationsIn({ paths }: Description): ReadonlyMap<string, PlacedOperation> {
  const placed = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  return new Map(placed.map((one) => [one.operation.operationId ?? `${one.method} ${one.path}`, one]))
}

/** Resolves a reference, and returns any other part as it is; throws on a dangling reference. */
export function resolved<Part extends object>(description: Description, part: Part | Reference): Part {
  if (!('$ref' in part) || typeof part.$ref !== 'string') return part as Part
  const names = part.$ref.replace(/^#\//, '').split('/')
  let found: unknown = description
  for (const name of names.map((text) => text.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    found = found !== null && typeof found === 'object' ? Reflect.get(found, name) : undefined
  }
  if (found === null || typeof found !== 'object') throw new Error(`Nothing stands at ${part.$ref}`)
  return resolved(description, found as Part)
}
