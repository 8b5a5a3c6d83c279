import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { changeAdGroup, createAdGroup } from '../ad-groups/service.ts'
import { changeAd, createAd } from '../ads/service.ts'
import { changeCampaign, createCampaign } from '../campaigns/service.ts'
import { changeKeyword, createKeyword, keywordParent } from '../keywords/service.ts'
import { labelTable } from '../labels/repository.ts'
import { changeApplication, changeLabel, createLabel } from '../labels/service.ts'
import {
  changeProductGroupPromotion,
  createProductGroupPromotion,
  promotingAdGroup,
} from '../product-group-promotions/service.ts'
import { changeSchedule, createSchedule } from '../schedules/service.ts'
import type { BulkItemResult } from './schema.ts'
import type { BulkUpsertCreate } from './upsert-schema.ts'

/** What came of an upsert: a result for each item, and what the rules refused. */
export interface UpsertOutcome {
  readonly items: readonly BulkItemResult[]
  readonly violations: readonly Violation[]
}

type Stored = Outcome<{ readonly id: string }>

/** Numbers that stand for new entities of the same request, not for ids, which are longer. */
const isPosition = (reference: string): boolean => /^\d{1,5}$/.test(reference)

/**
 * Creates and changes entities by the services of the single operations, each item by itself: parents before children,
 * new ones before changes, and in the order of the request. Writes within the caller's transaction.
 */
export function upsert(world: World, account: AdAccountContext, { create, update }: BulkUpsertCreate): UpsertOutcome {
  const items: BulkItemResult[] = []
  const violations: Violation[] = []

  /** Does one item, and returns the id of what it stored. */
  const done = (item: string, entity_type: string, outcome: Stored): string | undefined => {
    const operation = item.startsWith('create') ? 'CREATE' : 'UPDATE'
    if ('row' in outcome) {
      items.push({ item, operation, entity_type, status: 'SUCCESS', id: outcome.row.id, errors: [] })
      return outcome.row.id
    }
    const errors = outcome.violations.map(({ code, message }) => ({ code, message }))
    items.push({ item, operation, entity_type, status: 'FAILURE', id: null, errors })
    violations.push(...outcome.violations)
    return undefined
  }
  const each = <Item>(
    list: readonly Item[] | null | undefined,
    place: string,
    type: string,
    work: (item: Item, at: string) => Stored,
  ): (string | undefined)[] =>
    (list ?? []).map((item, index) => done(`${place}[${index}]`, type, work(item, `${place}[${index}]`)))

  const newCampaigns = each(create?.campaigns, 'create.campaigns', 'CAMPAIGN', (item) =>
    createCampaign(world, account, item),
  )
  const campaignNamed = (reference: string): string =>
    isPosition(reference) ? (newCampaigns[Number(reference) - 1] ?? reference) : reference
  each(update?.campaigns, 'update.campaigns', 'CAMPAIGN', (item) => changeCampaign(world, account, item))

  const newAdGroups = each(create?.ad_groups, 'create.ad_groups', 'AD_GROUP', (item) =>
    createAdGroup(world, account, { ...item, campaign_id: campaignNamed(item.campaign_id) }),
  )
  const adGroupNamed = (reference: string): string =>
    isPosition(reference) ? (newAdGroups[Number(reference) - 1] ?? reference) : reference
  each(update?.ad_groups, 'update.ad_groups', 'AD_GROUP', (item) => changeAdGroup(world, account, item))

  each(create?.ads, 'create.ads', 'AD', (item) =>
    createAd(world, account, { ...item, ad_group_id: adGroupNamed(item.ad_group_id) }),
  )
  each(update?.ads, 'update.ads', 'AD', (item) => changeAd(world, account, item))

  for (const [index, group] of (create?.product_groups ?? []).entries()) {
    const adGroup = promotingAdGroup(world, account, adGroupNamed(group.ad_group_id))
    const place = `create.product_groups[${index}].product_group_promotion`
    each(group.product_group_promotion, place, 'PRODUCT_GROUP', (item) =>
      createProductGroupPromotion(world, account, adGroup, item),
    )
  }
  for (const [index, group] of (update?.product_groups ?? []).entries()) {
    const adGroup = promotingAdGroup(world, account, group.ad_group_id)
    const place = `update.product_groups[${index}].product_group_promotion`
    each(group.product_group_promotion, place, 'PRODUCT_GROUP', (item) =>
      changeProductGroupPromotion(world, account, adGroup, item),
    )
  }

  for (const [index, { parent_id, keywords }] of (create?.keywords ?? []).entries()) {
    const [, letters = '', number = parent_id] = /^(AG|C)?(\d+)$/.exec(parent_id) ?? []
    const named = letters === 'C' ? campaignNamed(number) : letters === 'AG' ? adGroupNamed(number) : number
    const parent = keywordParent(world, account, letters + named)
    each(keywords, `create.keywords[${index}].keywords`, 'KEYWORD', (item) =>
      createKeyword(world, account, parent, item),
    )
  }
  each(update?.keywords, 'update.keywords', 'KEYWORD', (item) => changeKeyword(world, account, item))

  for (const [index, { parent_id, labels }] of (create?.labels ?? []).entries()) {
    each(labels, `create.labels[${index}].labels`, 'LABEL', (item) =>
      createLabel(world, account, item, campaignNamed(parent_id)),
    )
  }
  each(update?.labels, 'update.labels', 'LABEL', ({ id, parent_id, status, value }): Stored => {
    const label = parent_id == null ? undefined : labelTable.find(world.db, account.id, id)
    if (parent_id == null || label === undefined)
      return changeLabel(world, account, { id, value, ...(status != null && { status }) })
    const removed = changeApplication(world, account, 'labels/remove', label, parent_id)
    return removed.violations.length > 0 ? { violations: removed.violations } : { row: label }
  })

  each(create?.schedules, 'create.schedules', 'SCHEDULE', (item) =>
    createSchedule(world, account, { ...item, entity_id: campaignNamed(item.entity_id) }),
  )
  each(update?.schedules, 'update.schedules', 'SCHEDULE', (item) =>
    changeSchedule(world, account, { ...item, schedule_id: item.schedule_id ?? item.id }),
  )

  const refused: Stored = { violations: [catalogRefusal] }
  each(create?.catalog_product_groups, 'create.catalog_product_groups', 'CATALOG_PRODUCT_GROUP', () => refused)
  each(update?.catalog_product_groups, 'update.catalog_product_groups', 'CATALOG_PRODUCT_GROUP', () => refused)
  return { items, violations: violations.filter((one) => one !== catalogRefusal) }
}

/** The refusal of product groups of catalogs, which this mock writes by the operations of catalogs alone. */
const catalogRefusal: Violation = {
  rule: 'bulk_upsert.catalog_product_groups',
  code: 1,
  message: 'catalog_product_groups are not written in bulk here: use the operations of catalogs.',
}
