import { z } from 'zod'
import { leadFormQuestions } from '#server/domain/reference/lead-form-questions.ts'
import { CountryCode } from '#server/resources/accounts/ad-accounts/schema.ts'

const Country = z.object({
  code: CountryCode,
  currency: z.string().meta({ description: 'Currency name.', example: 'Dollars' }),
  index: z.number().meta({ description: 'Position in the list, counted from 1.' }),
  name: z.string().meta({ example: 'United States of America' }),
})

/** The response of the list of countries. */
export const AdAccountCountries = z
  .object({ items: z.array(Country) })
  .meta({ id: 'AdAccountCountries', description: 'Countries of advertisers.' })

/** The response of the list of questions, which the documentation does not show. */
export const LeadFormQuestions = z
  .array(z.enum(leadFormQuestions))
  .meta({ id: 'LeadFormQuestions', description: 'Question types by name. The shape is assumed, not documented.' })
