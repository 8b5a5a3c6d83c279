import type { FastifyReply } from 'fastify'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { found } from '#server/domain/errors/found.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { faultedItem } from '#server/http/responses/faulted-items.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { replyToPartialBatch } from '#server/http/responses/partial-batch.ts'
import { nameRules, ofItem, sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { OperationRequest, Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { entityIdsRules } from './application-rules.ts'
import { labelTable, listLabels } from './repository.ts'
import { labelErrors } from './resource.ts'
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
import { changeApplication, changeLabel, createLabel } from './service.ts'

/** The schema that the operations apply and remove share. */
const entities = { params: LabelPath, body: LabeledEntities, response: { 200: LabeledEntitiesReply } }

/** Adds the operations on labels. */
export function labelRoutes(app: Operations): void {
  app.operation('labels/list', {
    summary: 'List labels',
    description:
      "Returns a page of the ad account's labels, ordered by id. ARCHIVED labels are excluded unless the filter names this status.",
    schema: { params: AdAccountPath, querystring: LabelListQuery, response: { 200: LabelPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { campaign_ids, label_ids } = query
      const { entity_statuses = ['ACTIVE'], label_types = ['BRAND', 'CUSTOM'] } = query
      const filters = { ad_account_id, campaign_ids, label_ids, entity_statuses, label_types }
      const page = requestedPage({ operation, query }, filters)
      const { features } = requireAdAccount(world, ad_account_id)
      const rows = features.labels ? listLabels(world.db, filters, page) : []
      return replyWithPage(reply, page, rows, (row) => JSON.stringify(labelOf(row)))
    },
  })

  app.operation('labels/create', {
    summary: 'Create labels',
    description:
      'Creates labels. Invalid labels are listed in errors with the reason. The combination of type and value is unique in the ad account.',
    schema: { params: AdAccountPath, body: LabelsCreate, response: { 200: LabelsReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const parentId = body.parent_id ?? undefined
      const parent = parentId === undefined ? {} : { parent_id: parentId, parent_type: 'CAMPAIGN' as const }
      return replyToPartialBatch(request, reply, {
        items: body.labels,
        each: (item) => createLabel(world, account, item, parentId),
        entity: (row): Label => ({ ...labelOf(row), ...parent }),
        refused: ({ value, label_type }): LabelError['data'] => ({ value, label_type, status: 'ACTIVE' }),
        body: (labels, errors) => ({ errors, labels }),
      })
    },
  })

  app.operation('labels/update', {
    summary: 'Update labels',
    description:
      'Renames, archives or restores labels. An archived label does not count toward the limits of its campaigns.',
    schema: { params: AdAccountPath, body: LabelsUpdate, response: { 200: LabelsReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      return replyToPartialBatch(request, reply, {
        items: body.labels,
        each: (item) => changeLabel(world, account, item),
        entity: labelOf,
        refused: ({ id, value, status }): LabelError['data'] => ({
          id,
          ...(value != null && { value }),
          ...(status != null && { status }),
        }),
        body: (labels, errors) => ({ errors, labels }),
      })
    },
  })

  app.operation('labels/apply', {
    summary: 'Apply a label',
    description: 'Applies a label to up to 250 campaigns. A campaign has at most one BRAND label and 30 CUSTOM labels.',
    schema: entities,
    handler: (request, reply) => replyToEntities(request, reply, 'labels/apply'),
  })

  app.operation('labels/remove', {
    summary: 'Remove a label',
    description: 'Removes a label from up to 250 campaigns. The label can be applied again later.',
    schema: entities,
    handler: (request, reply) => replyToEntities(request, reply, 'labels/remove'),
  })
}

/**
 * Applies or removes one label for each campaign in one transaction; the response has every campaign of the request.
 */
function replyToEntities(
  request: OperationRequest<typeof entities>,
  reply: FastifyReply,
  operation: 'labels/apply' | 'labels/remove',
): FastifyReply {
  const { world, params, body } = request
  const { ad_account_id, label_id } = params
  const { entity_ids } = body
  world.rules.assert(entityIdsRules, { entity_ids })
  const account: AdAccountContext = requireAdAccount(world, ad_account_id)
  const label = found(labelTable.find(world.db, ad_account_id, label_id), labelErrors['label.path'])
  const refused: Violation[] = []
  const errors: { data: EntityLabel; error_messages: string[] }[] = []
  const entities_labels = world.write(() =>
    entity_ids.map((entity_id, index): EntityLabel => {
      const planned = faultedItem(request, index)
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
