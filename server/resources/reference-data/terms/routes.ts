import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { RelatedTerms, RelatedTermsQuery, SuggestedTerms, SuggestedTermsQuery } from './schema.ts'
import { relatedTerms, suggestedTerms } from './words.ts'

/** Adds the operations on search terms, which belong to no ad account. */
export function termRoutes(app: Operations): void {
  app.operation('terms_related/list', {
    summary: 'List related terms',
    description: 'Returns related searches for each term. The results are made up and the same on every run.',
    schema: { querystring: RelatedTermsQuery, response: { 200: RelatedTerms } },
    handler: ({ query: { terms } }, reply) => {
      const related_terms_list = terms.map((term) => ({ term, related_terms: relatedTerms(term) }))
      const related_term_count = related_terms_list.reduce((sum, { related_terms }) => sum + related_terms.length, 0)
      return sendJson(reply, JSON.stringify({ id: terms[0], related_term_count, related_terms_list }))
    },
  })

  app.operation('terms_suggested/list', {
    summary: 'List suggested terms',
    description: 'Returns searches that begin with a term. The results are made up and the same on every run.',
    schema: { querystring: SuggestedTermsQuery, response: { 200: SuggestedTerms } },
    handler: ({ query: { term, limit } }, reply) => sendJson(reply, JSON.stringify(suggestedTerms(term, limit))),
  })
}
