import { z } from 'zod'
import { emptyAsAbsent, queryInteger, requiredListOf } from '#server/http/schema/query-fields.ts'

const Term = z.string()
const RequestedTerm = Term.refine((term) => term.trim() !== '', { error: 'is blank' })

/** The query parameters of the list of related terms. */
export const RelatedTermsQuery = z.object({
  terms: requiredListOf(RequestedTerm).meta({ description: 'Search terms.', example: ['workout'] }),
})

/** The response of the list of related terms. */
export const RelatedTerms = z
  .object({
    id: Term.meta({ description: 'First term of the request.' }),
    related_term_count: z.int().meta({ description: 'Total number of related terms.' }),
    related_terms_list: z.array(z.object({ term: Term, related_terms: z.array(Term) })),
  })
  .meta({ id: 'RelatedTerms', description: 'Related searches. Made up and the same on every run.' })

/** The query parameters of the list of suggested terms. */
export const SuggestedTermsQuery = z.object({
  term: emptyAsAbsent(RequestedTerm).meta({ description: 'Beginning of a search.', example: 'sports' }),
  limit: queryInteger('limit', { min: 1, max: 10, otherwise: 4 }).meta({ description: 'Maximum number of results.' }),
})

/** The response of the list of suggested terms. */
export const SuggestedTerms = z
  .array(Term)
  .meta({ id: 'SuggestedTerms', description: 'Suggested searches. Made up and the same on every run.' })
