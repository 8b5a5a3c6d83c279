import type { Rule } from './rule.ts'

/** The result of a lookup by id. */
export interface ExistenceFacts {
  readonly found: unknown
}

type Named = Pick<Rule<ExistenceFacts>, 'id' | 'operations' | 'fields' | 'message' | 'passes'> & {
  /** Where the wording is known from; a decision of this project when absent. */
  readonly source?: string
  /** The code of the refusal; 2 when absent. */
  readonly code?: number
}

/**
 * Creates the rule that refuses a batch item about a missing entity: without the entity no other rule can be evaluated.
 */
export const existenceRule = (named: Named): Rule<ExistenceFacts> => ({
  source: 'a decision of this project',
  code: 2,
  ...named,
  refuses: 'item',
  essential: true,
  evidence: 'assumed',
  violated: ({ found }) => found === undefined,
})
