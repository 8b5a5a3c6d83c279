import type { FastifyReply } from 'fastify'
import type { KnownAdAccount } from '#server/domain/ads/ad-account.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { faultedItem } from '#server/http/responses/faulted-items.ts'
import { pageText, sequenceOf } from '#server/http/responses/pagination.ts'
import { replyToSplitBatch, type SplitOutcome } from '#server/http/responses/partial-batch.ts'
import { nameRules, ofItem, sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { knownAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import { findLabel, listLabels } from './repository.ts'
import { labelErrors } from './resource.ts'
import { entityIdsRules } from './rules.ts'
import {
  type EntityLabel,
  type Label,
  type LabelError,
  LabeledEntities,
  LabeledEntitiesReply,
  LabelListQuery,
  LabelPage,
  LabelPath,
  LabelsCreate,
  LabelsReply,
  LabelsUpdate,
} from './schema.ts'
import { labelOf } from './serialize.ts'
import { changeApplication, changeLabel, createLabel, type LabelOutcome } from './service.ts'

/** Adds the operations on labels. */
export function labelRoutes(app: Operations): void {
  app.operation('labels/list', {
    summary: 'List labels',
    description: 'A page of the labels of an ad account, by id. Archived ones only when asked for.',
    schema: { params: AdAccountPath, querystring: LabelListQuery, response: { 200: LabelPage } },
    handler: ({ params: { ad_account_id }, query, world }, reply) => {
      const { campaign_ids, label_ids, page_size, bookmark } = query
      const { entity_statuses = ['ACTIVE'], label_types = ['BRAND', 'CUSTOM'] } = query
      const filters = { ad_account_id, campaign_ids, label_ids, entity_statuses, label_types }
      const list = { operation: 'labels/list', filters, page_size, bookmark }
      const after = sequenceOf(list)
      const { features } = knownAdAccount(world, ad_account_id)
      const rows = features.labels ? listLabels(world.db, filters, { after, limit: page_size + 1 }) : []
      return sendJson(
        reply,
        pageText(list, rows, (row) => JSON.stringify(labelOf(row))),
      )
    },
  })

  app.operation('labels/create', {
    summary: 'Create labels',
    description: 'Each is stored, or comes back in errors with the reason. Type and value are unique in the account.',
    schema: { params: AdAccountPath, body: LabelsCreate, response: { 200: LabelsReply } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      const parentId = body.parent_id ?? undefined
      const parent = parentId === undefined ? {} : { parent_id: parentId, parent_type: 'CAMPAIGN' as const }
      return replyToSplitBatch(
        reply,
        world,
        (labels, errors) => ({ errors, labels }),
        body.labels,
        (item) => told(createLabel(world, account, item, parentId), parent),
        ({ value, label_type }): LabelError['data'] => ({ value, label_type, status: 'ACTIVE' }),
      )
    },
  })

  app.operation('labels/update', {
    summary: 'Update labels',
    description: 'Renames, archives or restores labels. An archived label counts for none of its campaigns.',
    schema: { params: AdAccountPath, body: LabelsUpdate, response: { 200: LabelsReply } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      return replyToSplitBatch(
        reply,
        world,
        (labels, errors) => ({ errors, labels }),
        body.labels,
        (item) => told(changeLabel(world, account, item)),
        ({ id, value, status }): LabelError['data'] => ({
          id,
          ...(value != null && { value }),
          ...(status != null && { status }),
        }),
      )
    },
  })

  app.operation('labels/apply', {
    summary: 'Apply a label',
    description: 'To up to 250 campaigns. A campaign takes 1 BRAND and 30 CUSTOM labels.',
    schema: { params: LabelPath, body: LabeledEntities, response: { 200: LabeledEntitiesReply } },
    handler: ({ params, body, world }, reply) => replyToEntities(reply, world, 'labels/apply', params, body.entity_ids),
  })

  app.operation('labels/remove', {
    summary: 'Remove a label',
    description: 'From up to 250 campaigns. It can be applied afresh later.',
    schema: { params: LabelPath, body: LabeledEntities, response: { 200: LabeledEntitiesReply } },
    handler: ({ params, body, world }, reply) =>
      replyToEntities(reply, world, 'labels/remove', params, body.entity_ids),
  })
}

/** The label as it is answered, with what is told beside it; or why it was refused, and the label that it is if any. */
function told(outcome: LabelOutcome, beside: Partial<Label> = {}): SplitOutcome {
  if ('row' in outcome) return { stored: { ...labelOf(outcome.row), ...beside } }
  const { violations, label } = outcome
  return label === undefined ? { violations } : { violations, data: labelOf(label) }
}

/** Applies or removes one label for each campaign in one transaction; every campaign of the request is answered. */
function replyToEntities(
  reply: FastifyReply,
  world: World,
  operation: 'labels/apply' | 'labels/remove',
  { ad_account_id, label_id }: { ad_account_id: string; label_id: string },
  entityIds: readonly string[],
): FastifyReply {
  world.rules.assert(entityIdsRules, { entity_ids: entityIds })
  const account: KnownAdAccount = knownAdAccount(world, ad_account_id)
  const label = findLabel(world.db, ad_account_id, label_id)
  if (label === undefined) throw new ApiError(labelErrors['label.path'])
  const refused: Violation[] = []
  const errors: { data: EntityLabel; error_messages: string[] }[] = []
  const entities_labels = world.write(() =>
    entityIds.map((entity_id, index): EntityLabel => {
      const planned = faultedItem(reply.request, index)
      const { status, violations } = planned
        ? { ...planned, status: 'NULL' as const }
        : changeApplication(world, account, operation, label, entity_id)
      const data: EntityLabel = { entity_id, entity_type: 'CAMPAIGN', label_id, status }
      if (violations.length > 0) errors.push({ data, error_messages: violations.map(({ message }) => message) })
      refused.push(...ofItem(violations, index))
      return data
    }),
  )
  nameRules(reply, refused)
  return sendJson(reply, JSON.stringify({ entities_labels, errors }))
}
