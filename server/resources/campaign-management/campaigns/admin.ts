import { editableEntity, editedRow, editedStatus } from '#server/contracts/editable-entity.ts'
import { EntityStatus, UnixTime } from '#server/http/schema/fields.ts'
import { requireAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { keepPast } from '#server/resources/accounts/delivery-history/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { type CampaignRow, campaignTable } from './repository.ts'
import { campaignText } from './serialize.ts'
import { pastOf } from './service.ts'

/** Direct edits of campaigns: the status, unless it is a draft, and the times of creation and update. */
export const campaignKind = editableEntity({
  name: 'campaigns',
  change: { status: EntityStatus.optional(), created_time: UnixTime.optional(), updated_time: UnixTime.optional() },
  edit(world: World, row: CampaignRow, change) {
    const status = editedStatus(row.status, change.status)
    const after = editedRow(row, { ...change, status })
    keepPast(world.db, pastOf(row), JSON.parse(row.json), JSON.parse(after.json), world.clock.seconds())
    const changed = campaignTable.update(world.db, after)
    return campaignText(changed, viewpointOf(world, requireAdAccount(world, row.ad_account_id)))
  },
})
