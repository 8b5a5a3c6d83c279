import type { PulledEntity } from '#server/contracts/pull.ts'
import { aliasOf, type SeedContext, type SeededInAccount, seedSection } from '#server/contracts/seed-section.ts'
import { NewKeyword } from './schema.ts'
import { createKeyword, keywordParent } from './service.ts'

/** The seed section of keywords, each of an ad group, a campaign or an ad account. */
export const keywordSeed = seedSection({
  name: 'keywords',
  creation: NewKeyword,
  shape: {
    ad_account: aliasOf('ad_accounts').optional(),
    campaign: aliasOf('campaigns').optional(),
    ad_group: aliasOf('ad_groups').optional(),
  },
  pull: {
    lists: [
      { operation: 'keywords/get' },
      { operation: 'keywords/get', within: { section: 'campaigns', parameter: 'campaign_id' } },
      { operation: 'keywords/get', within: { section: 'ad_groups', parameter: 'ad_group_ids', most: 250 } },
    ],
    fields: withParent,
  },
  create(context, { ad_account, campaign, ad_group, ...item }) {
    const { world, parsed, stored } = context
    const { id: parentId, account } = parentOf(context, { ad_account, campaign, ad_group })
    const parent = keywordParent(world, account, parentId)
    const { id } = stored(createKeyword(world, account, parent, parsed(NewKeyword, item)))
    return { id, account }
  },
})

interface Parents {
  readonly ad_account?: string | undefined
  readonly campaign?: string | undefined
  readonly ad_group?: string | undefined
}

function parentOf({ named, refuse }: SeedContext, { ad_account, campaign, ad_group }: Parents): SeededInAccount {
  if (ad_group !== undefined) return named('ad_groups', ad_group)
  if (campaign !== undefined) return named('campaigns', campaign)
  return ad_account === undefined
    ? refuse('an ad_group, a campaign or an ad_account')
    : named('ad_accounts', ad_account)
}

const parentFields: Readonly<Record<string, string>> = {
  ADVERTISER: 'ad_account_id',
  CAMPAIGN: 'campaign_id',
  AD_GROUP: 'ad_group_id',
}

/** Returns the keyword with its parent under the name of its kind. */
function withParent({ parent_id, parent_type, ...keyword }: PulledEntity): PulledEntity {
  return { ...keyword, ad_account_id: undefined, [parentFields[String(parent_type)] ?? '']: parent_id }
}
