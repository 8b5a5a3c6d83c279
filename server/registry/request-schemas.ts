import type { z } from 'zod'
import type { LazyOperations } from '../plugins/lazy-operations.ts'
import { implementedResources } from './operations.ts'

/** The schemas of what an operation takes. */
export interface RequestSchema {
  readonly querystring?: z.ZodType | undefined
  readonly body?: z.ZodType | undefined
}

const loaded = new Map<LazyOperations, Promise<ReadonlyMap<string, RequestSchema>>>()

/** Returns the schemas of operations by id; loads their resources. Those that are not implemented have none. */
export async function requestSchemas(ids: readonly string[]): Promise<ReadonlyMap<string, RequestSchema>> {
  const owners = implementedResources.filter(({ operations }) => ids.some((id) => Object.hasOwn(operations, id)))
  const all = await Promise.all(
    owners.map((resource) => {
      const schemas = loaded.get(resource) ?? schemasOf(resource)
      loaded.set(resource, schemas)
      return schemas
    }),
  )
  return new Map(all.flatMap((schemas) => [...schemas]).filter(([id]) => ids.includes(id)))
}

async function schemasOf({ load }: LazyOperations): Promise<ReadonlyMap<string, RequestSchema>> {
  const schemas = new Map<string, RequestSchema>()
  const add = await load()
  add({
    operation: (id, { schema: { querystring, body } }) => void schemas.set(id, { querystring, body }),
  })
  return schemas
}
