/** Why a probe cannot tell whether the real service has a rule, and what would tell. */
export const untoldReasons = {
  beta: 'needs a beta that few ad accounts are in',
  permission: 'needs a permission or a state of the account that a probe cannot give itself',
  accounts: 'needs several accounts, or changes who has access to one',
  pin: 'needs a Pin whose image the service can fetch and show to others',
  catalog: 'needs a catalog with products of a claimed website',
  people: 'needs data about people, or sends events of theirs',
  billing: 'is about money that is owed, or orders some',
  lasting: 'leaves something behind that no call puts away',
  time: 'needs days to pass, or the clock of a mock',
  calls: 'needs more than fifty entities',
} as const

/** One of `untoldReasons`. */
export type UntoldReason = keyof typeof untoldReasons

/** The beginnings of ids of the rules that no probe shows, with the reason. The longest beginning counts. */
const reasonsByPrefix: Readonly<Record<string, UntoldReason>> = {
  'ad.': 'pin',
  'ad_account.limit.per-user': 'lasting',
  'ad_group.limit.seventy': 'calls',
  'ad_group.promotion.exists': 'beta',
  'ad_group.targeting.customer-segment': 'beta',
  'ad_preview.pin.': 'pin',
  'ads_credit.': 'billing',
  'advanced_auction.': 'beta',
  'advertiser_defined_event.': 'lasting',
  'asset_group.': 'accounts',
  'audience.rule.': 'people',
  'board.delete.protected': 'permission',
  'brand_account.': 'accounts',
  'business_access.': 'accounts',
  'business_invite.': 'accounts',
  'business_member.': 'accounts',
  'business_partner.': 'accounts',
  'campaign.budget.seventy-ad-groups': 'calls',
  'campaign.order-line.expired': 'billing',
  'campaign_ad_preview.': 'pin',
  'conversion_deletion_request.': 'people',
  'customer_list.': 'people',
  'customer_list_upload.': 'people',
  'customer_segment.': 'beta',
  'dynamic_titles.download.generated': 'time',
  'feed.': 'catalog',
  'insertion_order.': 'billing',
  'item_batch.': 'catalog',
  'item_issues.': 'catalog',
  'label.access': 'beta',
  'label.apply.thirty-custom': 'calls',
  'lead_form.': 'lasting',
  'lead_subscription.': 'lasting',
  'leads_export.': 'people',
  'local_store.': 'catalog',
  'msot_event.': 'people',
  'notification.empty': 'beta',
  'organic_analytics.access.multi-pin': 'beta',
  'pin.video.': 'lasting',
  'product_group.': 'catalog',
  'product_group_promotion.': 'catalog',
  'product_tag.': 'pin',
  'promotion.': 'beta',
  'search.country': 'beta',
  'shared_audience.': 'accounts',
  'supplemental_item_batch.': 'catalog',
  'template_report.': 'permission',
  'user_follow.self': 'accounts',
  'user_website.': 'permission',
}

/** Returns why no probe shows a rule; undefined where one does. */
export function untoldReason(rule: string): UntoldReason | undefined {
  const prefix = Object.keys(reasonsByPrefix)
    .filter((beginning) => rule.startsWith(beginning))
    .reduce<string | undefined>((longest, one) => (one.length > (longest?.length ?? 0) ? one : longest), undefined)
  return prefix === undefined ? undefined : reasonsByPrefix[prefix]
}

/** The beginnings of ids that have a reason. */
export const untoldPrefixes: readonly string[] = Object.keys(reasonsByPrefix)
