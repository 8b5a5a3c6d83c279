import type { World } from '#server/worlds/world.ts'
import { type ProductGroupRow, productGroupTable } from './repository.ts'
import { rowOf } from './row.ts'
import type { StoredProductGroup } from './schema.ts'

/** Makes a product group one of a type that Pinterest creates. */
export const typedProductGroup = (world: World, row: ProductGroupRow, type: string): ProductGroupRow =>
  editedProductGroup(world, row, { type })

/** Stores what a direct edit changes of a product group. */
export function editedProductGroup({ db }: World, row: ProductGroupRow, change: GroupEdit): ProductGroupRow {
  const { created_at = row.created_at, updated_at = row.updated_at, ...fields } = change
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined)
  const group: StoredProductGroup = { ...JSON.parse(row.json), ...Object.fromEntries(sent) }
  return productGroupTable.update(db, rowOf(group, { ...row, created_at, updated_at }))
}

interface GroupEdit {
  readonly type?: string | undefined
  readonly status?: string | undefined
  readonly country?: null
  readonly locale?: null
  readonly created_at?: number | undefined
  readonly updated_at?: number | undefined
}
