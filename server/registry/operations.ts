import type { Operations } from '../contracts/operations.ts'
import type { LazyOperations } from '../plugins/lazy-operations.ts'
import { resources } from './resources.ts'

/** The operations of every resource that has some, with what loads them when one of them is first called. */
export const implementedResources: readonly LazyOperations[] = resources.flatMap(({ operations, routes }) =>
  operations === undefined || routes === undefined ? [] : { operations, load: routes },
)

/** The ids of all operations that are implemented. */
export const implementedOperations: ReadonlySet<string> = new Set(
  implementedResources.flatMap(({ operations }) => Object.keys(operations)),
)

/** How many items a call of each operation takes that does one thing for each of many, so that one can fail alone. */
export const mostItems: ReadonlyMap<string, number> = new Map(
  resources.flatMap(({ operations = {} }) =>
    Object.entries(operations).flatMap(([id, { mostItems: most }]) => (most === undefined ? [] : [[id, most]])),
  ),
)

/** The ids of those operations. */
export const batchOperations: ReadonlySet<string> = new Set(mostItems.keys())

/** Adds every operation at once, for a document of them all. */
export async function addResources(api: Operations): Promise<void> {
  for (const { load } of implementedResources) {
    const add = await load()
    add(api)
  }
}
