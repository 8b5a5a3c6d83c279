/** Why a probe cannot tell whether the real service has a rule, and what would tell. */
export const untoldReasons = {
  beta: 'needs a beta that few ad accounts are in',
  permission: 'needs a permission or a state of the account that a probe cannot give itself',
  accounts: 'needs several accounts, or changes who has access to one',
  sandboxed: 'needs a Pin of which no ad may be made, such as those of the sandbox in production',
  catalog: 'needs a catalog with products of a claimed website',
  website: 'needs a claimed website, whose visitors an audience is made of',
  people: 'needs data about people, or sends events of theirs',
  billing: 'is about money that is owed, or orders some',
  lasting: 'leaves something behind that no call puts away',
  template: 'needs a report template, which no call makes',
  time: 'needs days to pass, or the clock of a mock',
} as const

/** One of `untoldReasons`. */
export type UntoldReason = keyof typeof untoldReasons

/** The beginnings of ids of the rules that no probe shows, with the reason. The longest beginning counts. */
const reasonsByPrefix: Readonly<Record<string, UntoldReason>> = {
  'ad.pin.promotable': 'sandboxed',
  'ad_account.limit.per-user': 'lasting',
  'ad_group.promotion.exists': 'beta',
  'ad_group.targeting.customer-segment': 'beta',
  'ad_preview.pin.promotable': 'sandboxed',
  'ads_credit.': 'billing',
  'advanced_auction.': 'beta',
  'asset_group.': 'accounts',
  'audience.rule.': 'website',
  'audience.rule.customer-list': 'people',
  // Conversion tags, which such an audience is of.
  'audience.rule.visitor-source': 'lasting',
  'board.delete.protected': 'permission',
  'brand_account.': 'accounts',
  'business_access.': 'accounts',
  'business_invite.': 'accounts',
  'business_member.': 'accounts',
  'business_partner.': 'accounts',
  'campaign.order-line.expired': 'billing',
  'conversion_deletion_request.': 'people',
  'customer_list.': 'people',
  'customer_list_upload.': 'people',
  'customer_segment.': 'beta',
  'dynamic_titles.download.generated': 'time',
  'feed.': 'catalog',
  'feed.create.disapproved': 'permission',
  'feed.create.not-business': 'permission',
  'feed.create.pending': 'permission',
  'feed.delete.disapproved': 'permission',
  'feed.delete.under-review': 'permission',
  'feed.ingest.': 'permission',
  'feed.update.disapproved': 'permission',
  'feed.update.under-review': 'permission',
  'insertion_order.': 'billing',
  'item_batch.': 'permission',
  'item_issues.': 'catalog',
  'label.access': 'beta',
  'lead_form.': 'lasting',
  'lead_form.access': 'beta',
  // Leads that come meanwhile would be sent to its address.
  'lead_subscription.': 'people',
  'leads_export.': 'people',
  'local_store.': 'catalog',
  'msot_event.': 'people',
  'notification.empty': 'beta',
  'organic_analytics.access.multi-pin': 'beta',
  'pin.product.': 'catalog',
  'pin.video.': 'lasting',
  'product_group.': 'catalog',
  'product_group.disapproved': 'permission',
  'product_group.products.': 'permission',
  'product_group.read.': 'permission',
  'product_group.under-review': 'permission',
  'product_group_promotion.': 'catalog',
  'product_tag.': 'catalog',
  'promotion.': 'beta',
  'search.country': 'beta',
  'shared_audience.': 'accounts',
  'supplemental_item_batch.': 'permission',
  'template_report.': 'template',
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
