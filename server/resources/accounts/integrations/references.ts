import type { World } from '#server/worlds/world.ts'
import { adAccountTable } from '../ad-accounts/repository.ts'
import type { IntegrationUpdate } from './schema.ts'

/** Returns a warning for the ad account of an integration where the world has none of the id: nothing is known to refuse it. */
export function unknownReferences(
  { db }: World,
  { connected_advertiser_id: id }: IntegrationUpdate,
): readonly string[] {
  if (id == null || id === '' || adAccountTable.find(db, id) !== undefined) return []
  return [`connected_advertiser_id '${id.slice(0, 100)}' is no ad account of this world.`]
}
