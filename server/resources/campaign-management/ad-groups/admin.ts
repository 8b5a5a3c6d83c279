import { EditError, editableEntity, editedStatus } from '#server/contracts/editable-entity.ts'
import { isFinal } from '#server/domain/ads/status.ts'
import { EntityStatus, UnixTime } from '#server/http/schema/fields.ts'
import { requireAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { keepPast } from '#server/resources/accounts/delivery-history/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { campaignTable, countOpenAdGroups } from '../campaigns/repository.ts'
import { mostUnderCbo } from './budget-rules.ts'
import { type AdGroupRow, adGroupTable } from './repository.ts'
import type { StoredAdGroup } from './schema.ts'
import { adGroupText } from './serialize.ts'
import { pastOf } from './service.ts'

/** Direct edits of ad groups: the status, unless it is a draft, and the times of creation and update. */
export const adGroupKind = editableEntity({
  name: 'ad_groups',
  change: { status: EntityStatus.optional(), created_time: UnixTime.optional(), updated_time: UnixTime.optional() },
  edit(world: World, row: AdGroupRow, change) {
    const status = editedStatus(row.status, change.status)
    const isReopened = isFinal(row.status) && !isFinal(status)
    const stored: StoredAdGroup = { ...JSON.parse(row.json), ...change }
    const after = isReopened ? asItsCampaignBudgets(world, row, stored) : stored
    keepPast(world.db, pastOf(row), JSON.parse(row.json), after, world.clock.seconds())
    adGroupTable.update(world.db, { ...row, status, json: JSON.stringify(after) })
    const changed = adGroupTable.find(world.db, row.ad_account_id, row.id)
    if (changed === undefined) throw new Error(`Ad group ${row.id} is in no campaign`)
    return adGroupText(changed, viewpointOf(world, requireAdAccount(world, row.ad_account_id)))
  },
})

/**
 * Returns the reopened ad group with a budget of the kind that its campaign uses, which may have changed while the ad
 * group was closed. Throws when the campaign is full.
 */
function asItsCampaignBudgets({ db }: World, row: AdGroupRow, stored: StoredAdGroup): StoredAdGroup {
  const campaign = campaignTable.find(db, row.ad_account_id, row.campaign_id)
  const isCbo = campaign?.is_campaign_budget_optimization === 1
  if (isCbo && countOpenAdGroups(db, row.campaign_id) >= mostUnderCbo) {
    throw new EditError('status', `its campaign has ${mostUnderCbo} ad groups, as many as it may`)
  }
  if ((stored.budget_type === 'CBO_ADGROUP') === isCbo) return stored
  return { ...stored, budget_in_micro_currency: null, budget_type: isCbo ? 'CBO_ADGROUP' : 'DAILY' }
}
