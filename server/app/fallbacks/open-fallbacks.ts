import { routerOf } from '#openapi/operation-router.ts'
import { type Operation, operations } from '#openapi/operations.ts'
import type { Configuration } from '#server/config/configuration.ts'
import type { Fallbacks, Implementation } from '#server/http/implementation.ts'
import { describedFallback } from './description/described-fallback.ts'
import { lackingOperations } from './description/described-operation.ts'
import { readDescription } from './description/document.ts'
import { type Fallback, implementationOf } from './fallback.ts'

/**
 * Opens what answers operations that this server does not have, as the options say.
 *
 * @param isImplemented Tells whether this server answers an operation that it knows.
 * @throws UsageError for a file that cannot be used.
 */
export async function openFallbacks(
  { contract }: Pick<Configuration, 'contract'>,
  isImplemented: (operation: Operation) => boolean,
): Promise<Fallbacks> {
  const described = contract === undefined ? [] : await describedFallbacks(contract, isImplemented)
  return fallbacksOf(described)
}

async function describedFallbacks(
  path: string,
  isImplemented: (operation: Operation) => boolean,
): Promise<readonly Fallback[]> {
  const description = await readDescription(path)
  return lackingOperations(description, isImplemented).map((one) => describedFallback(description, one, path))
}

/** Returns what finds these by their methods and paths. */
function fallbacksOf(list: readonly Fallback[]): Fallbacks {
  const implementations = new Map<Operation, Implementation>(list.map((one) => [one.operation, implementationOf(one)]))
  const find = routerOf([...implementations.keys()])
  return {
    find(method, path, own) {
      const found = find(method, path)
      if (found === undefined || (own !== undefined && !isMoreLiteral(found.operation, own))) return undefined
      const implementation = implementations.get(found.operation)
      return implementation && { implementation, params: found.params }
    },
    methodsOn: (path) => methods.filter((method) => find(method, path) !== undefined),
  }
}

const methods = [...new Set(operations.map(({ method }) => method))]

/** Returns whether the first segment in which two paths differ is a parameter of the other path alone. */
function isMoreLiteral({ path }: Operation, other: Operation): boolean {
  const segments = other.path.split('/')
  for (const [index, segment] of path.split('/').entries()) {
    const [isParameter, isOther] = [segment.startsWith('{'), segments[index]?.startsWith('{') ?? false]
    if (isParameter !== isOther) return isOther
  }
  return false
}
