import { type ProblemEntry, problems } from './domain/problems.ts'
import { type RuleBook, type RuleEntry, statusOf } from './domain/rule.ts'
import { allRules } from './resources/index.ts'

/** A rule, or a problem of the protocol, as the catalogue tells it. */
export interface CatalogueEntry {
  readonly id: string
  /** `protocol` for what refuses any request, else what the rule refuses. */
  readonly refuses: 'protocol' | RuleEntry['refuses']
  readonly operations: readonly string[]
  readonly fields: readonly string[]
  readonly status: number
  readonly code: number
  readonly message: string
  readonly evidence: RuleEntry['evidence']
  readonly source: string
  readonly in_force: boolean
}

/** Everything that can refuse, as this configuration has it. */
export const catalogue = (rules: RuleBook): readonly CatalogueEntry[] =>
  [...Object.entries(problems).map(ofProblem), ...allRules.map(ofRule)].map((entry) => {
    const override = rules.override(entry.id)
    return {
      ...entry,
      code: override?.code ?? entry.code,
      message: override?.message ?? entry.message,
      in_force: !rules.isOff(entry.id),
    }
  })

/** The ids that a configuration may override, and those of them that it may switch off. */
export const ruleIds = {
  known: [...Object.keys(problems), ...allRules.map(({ id }) => id)],
  switchable: allRules.filter(({ essential }) => !essential).map(({ id }) => id),
}

type Standing = Omit<CatalogueEntry, 'in_force'>

function ofProblem([id, { status, code, message, evidence, source }]: [string, ProblemEntry]): Standing {
  return { id, refuses: 'protocol', operations: [], fields: [], status, code, message, evidence, source }
}

function ofRule(rule: RuleEntry): Standing {
  const { id, refuses, operations, fields, code, message, evidence, source } = rule
  return { id, refuses, operations, fields, status: statusOf(rule), code, message, evidence, source }
}
