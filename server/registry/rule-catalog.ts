import { ApiError, type ApiErrorEntry } from '../domain/errors/api-errors.ts'
import { type RuleEngine, type RuleEntry, type RuleOverride, statusOf } from '../domain/rules/rule.ts'
import { nearest } from '../http/nearest.ts'
import { allApiErrors } from './api-errors.ts'
import { allRules } from './rules.ts'

/** A rule, or a problem of the protocol, as the catalogue tells it. */
export interface RuleCatalogEntry {
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
export const ruleCatalog = (rules: RuleEngine): readonly RuleCatalogEntry[] =>
  [...Object.entries(allApiErrors).map(ofProblem), ...allRules.map(ofRule)].map((entry) => {
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
  known: [...Object.keys(allApiErrors), ...allRules.map(({ id }) => id)],
  switchable: allRules.filter(({ essential }) => !essential).map(({ id }) => id),
}

/**
 * Overrides as they are, when every one is of a rule that exists and may be changed so.
 *
 * @throws ApiError with the nearest id there is.
 */
export function checkedOverrides(
  overrides: Readonly<Record<string, RuleOverride>>,
): Readonly<Record<string, RuleOverride>> {
  for (const [id, override] of Object.entries(overrides)) {
    const reason = refusedOverride(id, override)
    if (reason !== undefined) throw new ApiError('control.rule', { detail: reason })
  }
  return overrides
}

/** Why an override cannot be, in words; undefined when it can. */
export function refusedOverride(id: string, { off }: RuleOverride): string | undefined {
  if (!ruleIds.known.includes(id)) return `there is no rule ${id}. Did you mean ${nearest(id, ruleIds.known)}?`
  if (off && !ruleIds.switchable.includes(id)) {
    return `${id} cannot be switched off; its code and message can be changed.`
  }
  return undefined
}

type Standing = Omit<RuleCatalogEntry, 'in_force'>

function ofProblem([id, { status, code, message, evidence, source }]: [string, ApiErrorEntry]): Standing {
  return { id, refuses: 'protocol', operations: [], fields: [], status, code, message, evidence, source }
}

function ofRule(rule: RuleEntry): Standing {
  const { id, refuses, operations, fields, code, message, evidence, source } = rule
  return { id, refuses, operations, fields, status: statusOf(rule), code, message, evidence, source }
}
