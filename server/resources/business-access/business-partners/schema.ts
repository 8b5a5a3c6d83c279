import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
import { sampleIds } from '../businesses/examples.ts'
import { partnerTypes } from '../businesses/partners.ts'
import { BusinessRelationship, PartnerTypeField, ResponseId, StartIndex } from '../businesses/schema.ts'

/** The query parameters of a list of partners. */
export const PartnerListQuery = z.object({
  assets_summary: QueryBoolean.meta({ description: 'Whether assets_summary is filled in.', 'x-default': false }),
  partner_type: z
    .preprocess((value) => (value === '' ? undefined : value), PartnerTypeField.optional())
    .meta({ description: 'INTERNAL: partners with access to assets of the business, the default. EXTERNAL: its own.' }),
  partner_ids: z.string().max(500).optional().meta({ description: 'Partner ids to filter by, separated by commas.' }),
  start_index: StartIndex,
  ...pageQuery,
})

/** The response of a list of partners. */
export const PartnerPage = pageOf(BusinessRelationship).meta({ id: 'BusinessPartnerPage' })

/** The request body of a deletion. */
export const PartnersDelete = z
  .object({
    partner_ids: z.array(z.string().regex(/^\d+$/).max(22)).min(1).max(50),
    partner_type: z.enum(partnerTypes).nullish().meta({ description: 'Partner type. Absent: INTERNAL.' }),
  })
  .meta({
    id: 'PartnersDelete',
    description: 'Request to end partnerships.',
    example: { partner_ids: [sampleIds.partner] },
  })

/** The response to a deletion. */
export const PartnersDeleteReply = z.object({ deleted_partners: z.array(ResponseId) })
