import { z } from 'zod'
import { Id } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'

/** The query parameters of the terms of service. */
export const TermsOfServiceQuery = z.object({
  include_html: QueryBoolean.meta({ description: 'Whether html contains the text of the terms.', 'x-default': false }),
  tos_type: z.string().optional().meta({ description: 'Type of terms. This mock has one type.' }),
})

/** The terms of service of an ad account in a response. */
export const TermsOfService = z
  .object({
    id: Id.meta({ example: '2650449554526' }),
    ad_account_id: Id,
    has_accepted: z.boolean().meta({ description: 'Always true here.' }),
    html: z.string().nullable().meta({ description: 'Text of the terms. null unless include_html is true.' }),
  })
  .meta({ id: 'TermsOfService', description: 'Terms of service of an advertiser.' })
