import { committedDocument } from '#openapi/committed.ts'
import { type Description, operationsIn } from '#openapi/description.ts'
import { operations } from '#openapi/operations.ts'
import { nearest } from '#server/http/nearest.ts'
import { implementedOperations } from '#server/registry/operations.ts'

/** How deep schemas are written out: deeper ones are named only. */
const maxDepth = 8

/** Returns the operations whose id, method or path has all words of a query; all of them without one. */
export const findOperations = (query = ''): readonly object[] =>
  operations
    .filter(({ id, method, path, tag }) => {
      const searched = `${id} ${method} ${path} ${tag}`.toLowerCase()
      return query
        .toLowerCase()
        .split(/\s+/)
        .every((word) => searched.includes(word))
    })
    .map(({ id, method, path }) => ({ id, method, path, implemented: implementedOperations.has(id) }))

/**
 * Describes an operation: its parameters, body and responses as in the OpenAPI document, its scopes and rate category.
 *
 * @throws Error for an unknown operation, with the nearest one.
 */
export async function describeOperation(id: string): Promise<object> {
  const facts = operations.find((one) => one.id === id)
  if (facts === undefined) {
    const suggestion = nearest(
      id,
      operations.map((one) => one.id),
    )
    throw new Error(`There is no operation ${id}. Did you mean ${suggestion}?`)
  }
  const document = await committedDocument('openapi.json')
  const { operation } = operationsIn(document).get(id) ?? {}
  const { security, rate_category, method, path } = facts
  const { summary, description, parameters, requestBody, responses } = operation ?? {}
  return {
    id,
    method,
    path: `/v5${path}`,
    implemented: operation !== undefined,
    summary,
    description,
    security,
    rate_category,
    ...(written(document, { parameters, requestBody, responses: { 200: responses?.[200] } }) as object),
  }
}

/** Writes out the references of a part of the document. */
function written({ components }: Description, part: unknown, depth = 0): unknown {
  const inner = (value: unknown, deeper = 0): unknown => written({ components } as Description, value, depth + deeper)
  if (Array.isArray(part)) return part.map((one) => inner(one))
  if (part === null || typeof part !== 'object') return part
  if ('$ref' in part) {
    const [kind = '', name = ''] = String(part.$ref).split('/').slice(-2)
    const parts = components as Readonly<Record<string, Readonly<Record<string, unknown>>>>
    return depth >= maxDepth ? { $ref: part.$ref } : inner(parts[kind]?.[name], 1)
  }
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inner(value)]))
}
