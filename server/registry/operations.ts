import type { Operations } from '../contracts/operations.ts'
import type { LazyOperations } from '../plugins/lazy-operations.ts'
import { resources } from './resources.ts'

/** The operations of each resource that has any, with the function that loads them when one of them is first called. */
export const implementedResources: readonly LazyOperations[] = resources.flatMap(({ operations, routes }) =>
  operations === undefined || routes === undefined ? [] : { operations, load: routes },
)

/** Returns the ids of all operations of resources. */
export const operationIdsOf = (lazy: readonly LazyOperations[]): ReadonlySet<string> =>
  new Set(lazy.flatMap(({ operations }) => Object.keys(operations)))

/** The ids of all implemented operations. */
export const implementedOperations: ReadonlySet<string> = operationIdsOf(implementedResources)

/** The largest number of items of each batch operation, by id. One item of a batch can fail without the others. */
export const maxItems: ReadonlyMap<string, number> = new Map(
  resources.flatMap(({ operations = {} }) =>
    Object.entries(operations).flatMap(([id, { maxItems: most }]) => (most === undefined ? [] : [[id, most]])),
  ),
)

/** The ids of all batch operations. */
export const batchOperations: ReadonlySet<string> = new Set(maxItems.keys())

/** Adds all operations at once, for the complete OpenAPI document. */
export async function addResources(api: Operations): Promise<void> {
  for (const { load } of implementedResources) {
    const add = await load()
    add(api)
  }
}
