import { type Operation, operations, type Security } from '#openapi/operations.ts'
import { scopeNames } from '#server/domain/access/scopes.ts'
import { isObject, type JsonObject } from '#server/domain/json-object.ts'
import { anyToken } from '../any-token.ts'
import type { Description } from './document.ts'

/** An operation that a description has and this server lacks. */
export interface DescribedOperation {
  readonly operation: Operation
  /** The parameters of the path, the query and headers. */
  readonly parameters: readonly JsonObject[]
  /** The request body; undefined where it takes none. */
  readonly body: JsonObject | undefined
  /** Its responses by their status, or `default`. */
  readonly responses: JsonObject
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** What this server has, by method and path, whatever parameters are called. */
const keyOf = (method: string, path: string): string => `${method} ${path.replaceAll(/{[^}]*}/g, '{}')}`

/**
 * Returns the operations that a description has and this server lacks.
 *
 * @param isImplemented Tells whether this server answers one that it knows.
 */
export function lackingOperations(
  description: Description,
  isImplemented: (operation: Operation) => boolean,
): readonly DescribedOperation[] {
  const known = new Map(operations.map((operation) => [keyOf(operation.method, operation.path), operation]))
  const lacking: DescribedOperation[] = []
  for (const [name, reference] of Object.entries(Object(description.content.paths))) {
    const item = description.resolve(reference)
    const path = name.replace(/^\/v5(?=\/)/, '')
    if (!isObject(item) || !isRoutable(path)) continue
    for (const method of methods) {
      const described = item[method]
      const own = known.get(keyOf(method.toUpperCase(), path))
      if (!isObject(described) || (own !== undefined && isImplemented(own))) continue
      const found = describedOperation(description, { method, path, item, described })
      lacking.push(own === undefined ? found : { ...found, operation: { ...own, path } })
    }
  }
  return lacking
}

/** Returns whether each parameter of a path is a whole segment, as in all paths of the API. */
const isRoutable = (path: string): boolean => path.split('/').every((part) => /^({[^{}]+}|[^{}]*)$/.test(part))

/** An operation as a description has it. */
interface Described {
  readonly method: (typeof methods)[number]
  readonly path: string
  readonly item: JsonObject
  readonly described: JsonObject
}

function describedOperation(
  description: Description,
  { method, path, item, described }: Described,
): DescribedOperation {
  const name = method.toUpperCase() as Operation['method']
  const { operationId, tags, requestBody, responses } = described
  const body = description.resolve(requestBody)
  return {
    operation: {
      id: typeof operationId === 'string' ? operationId : `${name} ${path}`,
      method: name,
      path,
      tag: Array.isArray(tags) ? String(tags[0] ?? '') : '',
      security: securityOf(described.security ?? description.content.security),
      rate_category: String(described['x-ratelimit-category'] ?? ''),
      sandbox: described['x-sandbox'] !== 'disabled',
      since: description.version,
    },
    parameters: parametersOf(description, item.parameters, described.parameters),
    body: isObject(body) ? body : undefined,
    responses: isObject(responses) ? responses : {},
  }
}

/** Returns the parameters of a path and an operation; one of the operation replaces one of the path. */
function parametersOf({ resolve }: Description, ...lists: readonly unknown[]): readonly JsonObject[] {
  const byName = new Map<string, JsonObject>()
  for (const one of lists.flatMap((list) => (Array.isArray(list) ? list : []))) {
    const parameter = resolve(one)
    if (isObject(parameter)) byName.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...byName.values()]
}

const schemes = ['pinterest_oauth2', 'client_credentials', 'conversion_token', 'basic'] as const

/** Returns the schemes and scopes that an operation accepts. Scopes that this server does not know can be granted to nobody, and are not required. */
function securityOf(requirements: unknown): Security {
  const named = Object.assign({}, ...(Array.isArray(requirements) ? requirements : []).filter(isObject)) as JsonObject
  const known = schemes.flatMap((scheme) => {
    const scopes = named[scheme]
    return Array.isArray(scopes) ? [[scheme, scopes.filter(isScope)] as const] : []
  })
  return known.length === 0 ? anyToken : Object.fromEntries(known)
}

const isScope = (scope: unknown): boolean => scopeNames.some((name) => name === scope)
