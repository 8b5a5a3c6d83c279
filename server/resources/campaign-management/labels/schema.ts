import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, CampaignReference, Id, IdFilter, LongId, listOf, text } from '#server/http/schema/fields.ts'
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
  .meta({ description: 'BRAND: one on a campaign. CUSTOM: up to 30.', example: 'CUSTOM' })
const LabelStatusField = z.enum(labelStatuses)
const value = text(100).meta({ description: 'The label itself.', example: 'Outdoor' })

/** One label in the request body of a creation. */
export const NewLabel = z.object({ label_type: LabelTypeField, value })

/** The request body of a creation. */
export const LabelsCreate = z
  .object({
    labels: z.array(NewLabel).min(1),
    parent_id: CampaignReference.nullish().meta({
      deprecated: true,
      description: 'As in version 5.23: a campaign that the new labels are applied to at once.',
    }),
  })
  .meta({
    id: 'LabelsCreate',
    description: 'New labels.',
    example: { labels: [{ label_type: 'CUSTOM', value: 'Summer' }] },
  })

/** One label in the request body of an update. */
const ChangedLabel = z.object({ id: LongId, status: LabelStatusField.optional(), value: value.nullish() })

/** The request body of an update. */
export const LabelsUpdate = z.object({ labels: z.array(ChangedLabel).min(1) }).meta({
  id: 'LabelsUpdate',
  description: 'What changes about labels.',
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
  .meta({ id: 'Label', description: 'A label, which groups campaigns by brand or by anything else.' })

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
  .meta({ id: 'LabelError', description: 'A label that was not stored, and why.' })

/** The response to a creation or an update. */
export const LabelsReply = z
  .object({ labels: z.array(Label), errors: z.array(LabelError) })
  .meta({ id: 'LabelsResponse', description: 'The labels that were stored, and those that were not with the reasons.' })

/** The query parameters of a list. */
export const LabelListQuery = z.object({
  campaign_ids: IdFilter.meta({ description: 'Only labels that are applied to one of these.' }),
  label_ids: IdFilter.meta({ description: 'Only these; an unknown id is left out.' }),
  entity_statuses: listOf(LabelStatusField).meta({ description: 'Only these.', 'x-default': ['ACTIVE'] }),
  label_types: listOf(LabelTypeField).meta({ description: 'Only these.', 'x-default': ['BRAND', 'CUSTOM'] }),
  ...pageQuery,
})

/** The response of a list. */
export const LabelPage = pageOf(Label).meta({ id: 'LabelPage' })

/** The path parameters of a label. */
export const LabelPath = AdAccountPath.extend({ label_id: z.string().max(100).meta({ description: 'Label ID.' }) })

/** The request body of apply and remove. */
export const LabeledEntities = z
  .object({ entity_ids: z.array(z.string()).meta({ description: 'Campaign ids, 1 to 250, each once.' }) })
  .meta({
    id: 'LabeledEntitiesCreate',
    description: 'The campaigns that a label is applied to or removed from.',
    example: { entity_ids: [idOf(campaignIdRange, 1)] },
  })

/** The state of a label on one campaign after a request. */
const EntityLabel = z
  .object({
    entity_id: z.string(),
    entity_type: z.literal('CAMPAIGN').nullable(),
    label_id: z.string(),
    status: z.enum(['ACTIVE', 'ARCHIVED', 'NULL']).meta({ description: 'The text "NULL" where nothing was done.' }),
  })
  .meta({ id: 'EntityLabel', description: 'What a label is to a campaign after the call.' })

/** The response to apply and remove. */
export const LabeledEntitiesReply = z
  .object({
    entities_labels: z.array(EntityLabel),
    errors: z.array(z.object({ data: EntityLabel, error_messages: z.array(z.string()) })),
  })
  .meta({ id: 'LabeledEntities', description: 'Every campaign of the request, in its order; failures also in errors.' })

export type LabelsCreate = z.output<typeof LabelsCreate>
export type NewLabel = z.output<typeof NewLabel>
export type ChangedLabel = z.output<typeof ChangedLabel>
export type Label = z.output<typeof Label>
export type LabelError = z.output<typeof LabelError>
export type EntityLabel = z.output<typeof EntityLabel>
