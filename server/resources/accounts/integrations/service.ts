import type { Owned } from '#server/collections/owner.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { changedIntegration, newIntegration } from './entity.ts'
import { findByBusiness, type IntegrationRow, integrationTable } from './repository.ts'
import { integrationErrors, integrationIdRange } from './resource.ts'
import type { IntegrationCreate, IntegrationRecord, IntegrationUpdate } from './schema.ts'

/**
 * Connects a business for a user. A business that the user has connected before is updated; one of another user throws
 * 409.
 */
export function connectBusiness(world: World, { id: userId }: Owned, item: IntegrationCreate): IntegrationRow {
  const { db, clock } = world
  const { external_business_id } = item
  const existing = external_business_id == null ? undefined : findByBusiness(db, external_business_id)
  if (existing !== undefined) return changeIntegration(world, own(existing, userId), item)
  const seq = integrationTable.nextSequence(db)
  const context = { id: idOf(integrationIdRange, seq), userId, now: clock.milliseconds() }
  const integration = newIntegration(item, context)
  const columns = { seq, owner_id: userId, external_business: external_business_id ?? null }
  return integrationTable.insertEntity(db, integration, columns)
}

/** Returns the user's integration of a business; throws 404 where there is none, and 409 where it is another user's. */
export const integrationOf = ({ db }: World, userId: string, externalBusinessId: string): IntegrationRow =>
  own(found(findByBusiness(db, externalBusinessId), integrationErrors['integration.external-path']), userId)

/** Changes an integration. */
export function changeIntegration({ db, clock }: World, row: IntegrationRow, item: IntegrationUpdate): IntegrationRow {
  const before: IntegrationRecord = JSON.parse(row.json)
  const { seq, owner_id, external_business } = row
  const after = changedIntegration(before, item, clock.milliseconds())
  return integrationTable.updateEntity(db, after, { seq, owner_id, external_business })
}

function own(row: IntegrationRow, userId: string): IntegrationRow {
  if (row.owner_id !== userId) throw new ApiError(integrationErrors['integration.access'])
  return row
}
