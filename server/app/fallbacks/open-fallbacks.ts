import { routerOf } from '#openapi/operation-router.ts'
import { type Operation, operations } from '#openapi/operations.ts'
import type { Configuration } from '#server/config/configuration.ts'
import type { Fallbacks, FoundFallback, Implementation } from '#server/http/implementation.ts'
import { type Fallback, implementationOf } from './fallback.ts'

/** Tells whether this server answers an operation that it knows. */
type IsImplemented = (operation: Operation) => boolean

const methods = [...new Set(operations.map(({ method }) => method))]

/**
 * Opens what answers operations that this server does not have, as the options say. A recording comes before a
 * description: it is what the real service answered.
 *
 * @throws UsageError for a file that cannot be used.
 */
export async function openFallbacks(
  { contract, recordings }: Pick<Configuration, 'contract' | 'recordings'>,
  isImplemented: IsImplemented,
): Promise<Fallbacks> {
  const recorded = recordings === undefined ? undefined : await openRecordings(recordings, isImplemented)
  const described = contract === undefined ? undefined : await describedFallbacks(contract, isImplemented)
  const all = [recorded, described].filter((one) => one !== undefined)
  return {
    find(call, own) {
      for (const one of all) {
        const found = one.find(call, own)
        if (found !== undefined) return found
      }
      return undefined
    },
    methodsOn: (path) => methods.filter((method) => all.some((one) => one.methodsOn(path).includes(method))),
  }
}

async function openRecordings(folder: string, isImplemented: IsImplemented): Promise<Fallbacks> {
  const { recordedFallbacks } = await import('./recordings/recorded-fallbacks.ts')
  return recordedFallbacks(folder, isImplemented)
}

async function describedFallbacks(path: string, isImplemented: IsImplemented): Promise<Fallbacks> {
  const [{ readDescription }, { lackingOperations }, { describedFallback }] = await Promise.all([
    import('./description/document.ts'),
    import('./description/described-operation.ts'),
    import('./description/described-fallback.ts'),
  ])
  const description = await readDescription(path)
  return routed(lackingOperations(description, isImplemented).map((one) => describedFallback(description, one, path)))
}

/** Returns what finds these by their methods and paths. */
function routed(list: readonly Fallback[]): Fallbacks {
  const implementations = new Map<Operation, Implementation>(list.map((one) => [one.operation, implementationOf(one)]))
  const find = routerOf([...implementations.keys()])
  return {
    find({ method, path }, own): FoundFallback | undefined {
      const found = find(method, path)
      if (found === undefined || (own !== undefined && !isMoreLiteral(found.operation, own))) return undefined
      const implementation = implementations.get(found.operation)
      return implementation && { implementation, params: found.params }
    },
    methodsOn: (path) => methods.filter((method) => find(method, path) !== undefined),
  }
}

/** Returns whether the first segment in which two paths differ is a parameter of the other path alone. */
function isMoreLiteral({ path }: Operation, other: Operation): boolean {
  const segments = other.path.split('/')
  for (const [index, segment] of path.split('/').entries()) {
    const [isParameter, isOther] = [segment.startsWith('{'), segments[index]?.startsWith('{') ?? false]
    if (isParameter !== isOther) return isOther
  }
  return false
}
