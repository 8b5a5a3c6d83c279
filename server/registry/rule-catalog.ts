import { ApiError, type ApiErrorEntry } from '../domain/errors/api-errors.ts'
import { type knownBy, observedByUser, type RuleEntry, type RuleOverride, statusOf } from '../domain/rules/rule.ts'
import type { RuleEngine } from '../domain/rules/rule-engine.ts'
import { nearest } from '../http/nearest.ts'
import { allApiErrors } from './api-errors.ts'
import { allRules } from './rules.ts'

/** A rule, or an error that is no rule, as the catalog lists it. */
export interface RuleCatalogEntry {
  readonly id: string
  /** `protocol` for an error that is no rule; otherwise what the rule refuses. */
  readonly refuses: 'protocol' | RuleEntry['refuses']
  readonly operations: readonly string[]
  readonly fields: readonly string[]
  readonly status: number
  readonly code: number
  readonly message: string
  readonly evidence: (typeof knownBy)[number]
  readonly source: string
  readonly in_force: boolean
}

/** Returns all errors and rules, with the overrides of the configuration. */
export const ruleCatalog = (rules: RuleEngine): readonly RuleCatalogEntry[] =>
  [...Object.entries(allApiErrors).map(ofError), ...allRules.map(ofRule)].map((entry) => {
    const override = rules.override(entry.id)
    return {
      ...entry,
      code: override?.code ?? entry.code,
      message: override?.message ?? entry.message,
      ...(entry.refuses === 'request' && override?.status !== undefined && { status: override.status }),
      ...(override?.observed !== undefined && {
        evidence: observedByUser,
        source: `a probe of the real service on ${override.observed}`,
      }),
      in_force: !rules.isOff(entry.id),
    }
  })

/** The ids of errors and rules that a configuration may override, and of rules that it may switch off. */
export const ruleIds = {
  overridable: [...Object.keys(allApiErrors), ...allRules.map(({ id }) => id)],
  switchable: allRules.filter(({ essential }) => !essential).map(({ id }) => id),
}

/**
 * Returns the overrides unchanged when every one names an existing rule and is allowed for it.
 *
 * @throws ApiError that suggests the nearest existing id.
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

/** Returns why an override is refused; undefined when it is allowed. */
export function refusedOverride(id: string, { off }: RuleOverride): string | undefined {
  if (!ruleIds.overridable.includes(id))
    return `there is no rule ${id}. Did you mean ${nearest(id, ruleIds.overridable)}?`
  if (off && !ruleIds.switchable.includes(id)) {
    return `${id} cannot be switched off; its code and message can be changed.`
  }
  return undefined
}

type Standing = Omit<RuleCatalogEntry, 'in_force'>

function ofError([id, { status, code, message, evidence, source }]: [string, ApiErrorEntry]): Standing {
  return { id, refuses: 'protocol', operations: [], fields: [], status, code, message, evidence, source }
}

function ofRule(rule: RuleEntry): Standing {
  const { id, refuses, operations, fields, code, message, evidence, source } = rule
  return { id, refuses, operations, fields, status: statusOf(rule), code, message, evidence, source }
}
