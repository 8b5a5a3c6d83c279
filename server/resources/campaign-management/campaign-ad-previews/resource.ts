import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'
import { ads } from '../ads/resource.ts'
import { productGroupPromotions } from '../product-group-promotions/resource.ts'

/** The id range of previews. The API names them by their ad groups: no answer has their ids. */
export const campaignAdPreviewIdRange = idRange('campaign_ad_preview', 7_150_000_000_000n)

/** The resource of previews of the ads of a campaign, which are shared by their URLs. */
export const campaignAdPreviews: Resource = {
  name: 'campaign_ad_previews',
  parents: [adAccounts, pins, adGroups, ads, productGroupPromotions],
  ids: [campaignAdPreviewIdRange],
  operations: {
    'campaign_ad_preview/create': { maxItems: Number.POSITIVE_INFINITY },
    'campaign_ad_preview/read': {},
    'campaign_ad_preview/delete': {},
  },
  routes: async () => (await import('./routes.ts')).campaignAdPreviewRoutes,
  rules: async () => (await import('./rules.ts')).campaignAdPreviewRules,
  seed: async () => (await import('./seed.ts')).campaignAdPreviewSeed,
  edits: async () => (await import('./admin.ts')).campaignAdPreviewKind,
}
