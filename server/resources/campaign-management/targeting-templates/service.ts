import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import { nullIfEmpty } from '#server/domain/patch.ts'
import type { World } from '#server/worlds/world.ts'
import { findTargetingTemplate, type TargetingTemplateRow, targetingTemplateTable } from './repository.ts'
import { targetingTemplateErrors, targetingTemplateIdRange } from './resource.ts'
import { targetingTemplateRules } from './rules.ts'
import type { StoredTemplate, TargetingTemplateCreate, TargetingTemplateUpdate } from './schema.ts'

/** Creates a targeting template in the account; throws when a rule refuses it. */
export function createTargetingTemplate(
  { db, rules, clock }: World,
  { id: ad_account_id }: AdAccountContext,
  item: TargetingTemplateCreate,
): TargetingTemplateRow {
  const { name, targeting_attributes } = item
  rules.assert(targetingTemplateRules, { operation: 'targeting_template/create', targeting_attributes })
  const seq = targetingTemplateTable.nextSequence(db)
  const now = clock.seconds()
  const template: StoredTemplate = {
    auto_targeting_enabled: item.auto_targeting_enabled ?? true,
    keywords: item.keywords ?? [],
    name,
    placement_group: item.placement_group ?? 'ALL',
    targeting_attributes,
    tracking_urls: nullIfEmpty(item.tracking_urls),
    ad_account_id,
    created_time: now,
    id: idOf(targetingTemplateIdRange, seq),
    status: 'ACTIVE',
    updated_time: now,
  }
  return targetingTemplateTable.insertEntity(db, template, { seq, searched: name.toLowerCase() })
}

/**
 * Changes the targeting of a template of the account, or removes the template; throws when it is missing or a rule
 * refuses it.
 */
export function changeTargetingTemplate(
  { db, rules, clock }: World,
  { id: accountId }: AdAccountContext,
  { id, operation_type, targeting_attributes }: TargetingTemplateUpdate,
): void {
  const sent = operation_type === 'UPDATE' ? targeting_attributes : null
  rules.assert(targetingTemplateRules, {
    operation: 'targeting_template/update',
    operation_type,
    targeting_attributes: sent,
  })
  const stored = found(findTargetingTemplate(db, accountId, id), targetingTemplateErrors['targeting_template.id'])
  const before: StoredTemplate = JSON.parse(stored.json)
  const after: StoredTemplate = {
    ...before,
    targeting_attributes: sent ?? before.targeting_attributes,
    status: operation_type === 'REMOVE' ? 'DELETED' : 'ACTIVE',
    updated_time: clock.seconds(),
  }
  targetingTemplateTable.updateEntity(db, after, { seq: stored.seq, searched: stored.searched })
}
