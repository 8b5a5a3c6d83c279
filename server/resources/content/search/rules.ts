import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of searches evaluate. */
export interface SearchFacts {
  readonly country: string
}

/** Rules about a search for everybody's public Pins. */
export const searchRules: readonly Rule<SearchFacts>[] = [
  {
    id: 'search.country',
    operations: ['search_partner_pins'],
    fields: ['country_code'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523 search_partner_pins; that a country code of another form is such a value is assumed',
    code: 400,
    message: 'Invalid pin filter value',
    passes: 'A country_code of two letters: US.',
    literal: true,
    sent: ({ country }) => country,
    violated: ({ country }) => !/^[A-Za-z]{2}$/.test(country),
  },
]
