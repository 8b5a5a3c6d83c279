import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, CampaignReference, Id, LongId, text } from '#server/http/schema/fields.ts'
import { IdFilter, listOf } from '#server/http/schema/query-fields.ts'
import { campaignIdRange } from '../campaigns/resource.ts'
import { labelIdRange } from './resource.ts'

/** BRAND: one for each campaign. CUSTOM: up to 30 for each. */
export const labelTypes = ['BRAND', 'CUSTOM'] as const
/** One of `labelTypes`. */
export type LabelType = (typeof labelTypes)[number]

/** ACTIVE: in use. ARCHIVED: no longer in use. */
export const labelStatuses = ['ACTIVE', 'ARCHIVED'] as const
/** One of `labelStatuses`. */
export type LabelStatus = (typeof labelStatuses)[number]

const LabelTypeField = z
  .enum(labelTypes)
  .meta({ description: 'Label type. A campaign has at most one BRAND label and 30 CUSTOM labels.', example: 'CUSTOM' })
const LabelStatusField = z.enum(labelStatuses)
const value = text(100).meta({ description: 'Text of the label.', example: 'Outdoor' })

/** One label in the request body of a creation. */
export const NewLabel = z.object({ label_type: LabelTypeField, value })

/** The request body of a creation. */
export const LabelsCreate = z
  .object({
    labels: z.array(NewLabel).min(1),
    parent_id: CampaignReference.nullish().meta({
      deprecated: true,
      description: 'Version 5.23: id of a campaign to which the new labels are applied.',
    }),
  })
  .meta({
    id: 'LabelsCreate',
    description: 'Request to create labels.',
    example: { labels: [{ label_type: 'CUSTOM', value: 'Summer' }] },
  })

/** One label in the request body of an update. */
const ChangedLabel = z.object({ id: LongId, status: LabelStatusField.optional(), value: value.nullish() })

/** The request body of an update. */
export const LabelsUpdate = z.object({ labels: z.array(ChangedLabel).min(1) }).meta({
  id: 'LabelsUpdate',
  description: 'Request to update labels.',
  example: { labels: [{ id: idOf(labelIdRange, 2), value: 'Outdoors' }] },
})

/** A label in a response. The parent is present only in the response to a creation that named one. */
export const Label = z
  .object({
    id: Id,
    label_type: LabelTypeField,
    status: LabelStatusField,
    value: z.string(),
    parent_id: Id.optional(),
    parent_type: z.literal('CAMPAIGN').optional(),
  })
  .meta({ id: 'Label', description: 'A label: a name for a group of campaigns.' })

/** A refused label in a response, with the reasons. */
const LabelError = z
  .object({
    data: z.object({
      id: LongId.optional(),
      label_type: LabelTypeField.optional(),
      status: LabelStatusField.optional(),
      value: z.string().optional(),
    }),
    error_messages: z.array(z.string()),
  })
  .meta({ id: 'LabelError', description: 'A refused label with the reason.' })

/** The response to a creation or an update. */
export const LabelsReply = z
  .object({ labels: z.array(Label), errors: z.array(LabelError) })
  .meta({ id: 'LabelsResponse', description: 'The stored labels, and errors for the others.' })

/** The query parameters of a list. */
export const LabelListQuery = z.object({
  campaign_ids: IdFilter.meta({ description: 'Returns only labels that are applied to one of these campaigns.' }),
  label_ids: IdFilter.meta({ description: 'Returns only entities with these ids. Unknown ids are ignored.' }),
  entity_statuses: listOf(LabelStatusField).meta({
    description: 'Returns only entities with these statuses.',
    'x-default': ['ACTIVE'],
  }),
  label_types: listOf(LabelTypeField).meta({
    description: 'Returns only labels of these types.',
    'x-default': ['BRAND', 'CUSTOM'],
  }),
  ...pageQuery,
})

/** The response of a list. */
export const LabelPage = pageOf(Label).meta({ id: 'LabelPage' })

/** The path parameters of a label. */
export const LabelPath = AdAccountPath.extend({ label_id: z.string().max(100) })

/** The request body of apply and remove. */
export const LabeledEntities = z
  .object({ entity_ids: z.array(z.string()).meta({ description: '1 to 250 different campaign ids.' }) })
  .meta({
    id: 'LabeledEntitiesCreate',
    description: 'Campaigns to apply a label to or to remove it from.',
    example: { entity_ids: [idOf(campaignIdRange, 1)] },
  })

/** The state of a label on one campaign after a request. */
const EntityLabel = z
  .object({
    entity_id: z.string(),
    entity_type: z.literal('CAMPAIGN').nullable(),
    label_id: z.string(),
    status: z
      .enum(['ACTIVE', 'ARCHIVED', 'NULL'])
      .meta({ description: 'Status of the label. The text "NULL" where the call changed nothing.' }),
  })
  .meta({ id: 'EntityLabel', description: 'State of a label on a campaign after the call.' })

/** The response to apply and remove. */
export const LabeledEntitiesReply = z
  .object({
    entities_labels: z.array(EntityLabel),
    errors: z.array(z.object({ data: EntityLabel, error_messages: z.array(z.string()) })),
  })
  .meta({
    id: 'LabeledEntities',
    description: 'A result for each campaign, in request order. Failures are also listed in errors.',
  })

export type LabelsCreate = z.output<typeof LabelsCreate>
export type NewLabel = z.output<typeof NewLabel>
export type ChangedLabel = z.output<typeof ChangedLabel>
export type Label = z.output<typeof Label>
export type LabelError = z.output<typeof LabelError>
export type EntityLabel = z.output<typeof EntityLabel>
