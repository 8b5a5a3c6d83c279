import type { Rule } from './rule.ts'

/** What was looked for by its id, if it was found. */
export interface ExistenceFacts {
  readonly found: unknown
}

type Named = Pick<Rule<ExistenceFacts>, 'id' | 'operations' | 'fields' | 'message' | 'passes'> & {
  /** Where the wording is known from, where it is not this project's own. */
  readonly source?: string
}

/** The refusal of a batch item about something that is not there: without the thing, no other rule can be asked. */
export const existenceRule = (named: Named): Rule<ExistenceFacts> => ({
  source: 'a decision of this project',
  ...named,
  refuses: 'item',
  essential: true,
  evidence: 'assumed',
  code: 2,
  violated: ({ found }) => found === undefined,
})
