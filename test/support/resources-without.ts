import type { LazyOperations } from '#server/plugins/lazy-operations.ts'
import { implementedResources } from '#server/registry/operations.ts'

/** Returns all resources as a server has them that does not implement some operations. */
export const resourcesWithout = (ids: readonly string[]): readonly LazyOperations[] =>
  implementedResources.map(({ operations, load }) => ({
    operations: Object.fromEntries(Object.entries(operations).filter(([id]) => !ids.includes(id))),
    load: async () => {
      const add = await load()
      return (api) => add({ operation: (id, route) => ids.includes(id) || api.operation(id, route) })
    },
  }))
