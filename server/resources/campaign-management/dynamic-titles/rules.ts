import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules of titles evaluate. */
export interface DynamicTitleFacts {
  /** The number of titles that were generated. */
  readonly generated: number
}

/** Rules about titles; each refuses the request. */
export const dynamicTitleRules: readonly Rule<DynamicTitleFacts>[] = [
  {
    id: 'dynamic_titles.download.generated',
    operations: ['ad_groups_dynamic_titles/download_csv'],
    fields: ['ad_group_id'],
    refuses: 'request',
    evidence: 'documented',
    source: 'F114: OAP528; the code and the text are assumed',
    code: 1,
    message: 'No titles have been generated for this ad group.',
    passes: 'An ad group with product groups or ads, an hour after its creation.',
    violated: ({ generated }) => generated === 0,
  },
]
