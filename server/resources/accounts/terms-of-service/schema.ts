import { z } from 'zod'
import { Id, QueryBoolean } from '#server/http/schema/fields.ts'

/** The query parameters of the terms of service. */
export const TermsOfServiceQuery = z.object({
  include_html: QueryBoolean.meta({ description: 'Whether the text is told.', 'x-default': false }),
  tos_type: z.string().optional().meta({ description: 'Accepted; there is one kind here.' }),
})

/** The terms of service of an ad account in a response. */
export const TermsOfService = z
  .object({
    id: Id.meta({ example: '2650449554526' }),
    ad_account_id: Id,
    has_accepted: z.boolean().meta({ description: 'Always true here.' }),
    html: z.string().nullable().meta({ description: 'The text; null unless include_html is true.' }),
  })
  .meta({ id: 'TermsOfService', description: 'What an advertiser has agreed to.' })
