import { type Rule, type RuleEntry, type RuleOverride, RuleViolationError, type Violation } from './rule.ts'

/** Evaluates rules under the overrides of one configuration. */
export class RuleEngine {
  readonly #overrides: ReadonlyMap<string, RuleOverride>
  /** Whether entities of a seed are created, for which rules about calls alone are left out. */
  isSeeding = false

  constructor(overrides: Readonly<Record<string, RuleOverride>> = {}) {
    this.#overrides = new Map(Object.entries(overrides))
  }

  /** Returns every violation, in the order of the rules. */
  evaluate<Facts>(rules: readonly Rule<Facts>[], facts: Facts): readonly Violation[] {
    let violations: Violation[] | undefined
    let decided = false
    for (const rule of rules) {
      if (decided && !rule.terminal) continue
      if (this.isSeeding && isOfCalls(rule, facts)) continue
      if (rule.when !== undefined && !rule.when(facts)) continue
      if (!rule.violated(facts)) continue
      const override = this.#overrides.get(rule.id)
      if (override?.off) continue
      decided ||= rule.terminal === true
      violations ??= []
      const seen = rule.sent && { sent: rule.sent(facts) }
      violations.push({
        rule: rule.id,
        code: override?.code ?? rule.code,
        message: override?.message ?? rule.worded?.(facts) ?? defaultMessage(rule, seen),
        ...statusUnder(rule, override),
        ...seen,
      })
    }
    return violations ?? noViolations
  }

  /** Throws when a rule that refuses whole requests is violated. */
  assert<Facts>(rules: readonly Rule<Facts>[], facts: Facts): void {
    const violations = this.evaluate(rules, facts)
    const [first] = violations
    if (first === undefined) return
    throw new RuleViolationError(violations, rules.find(({ id }) => id === first.rule)?.literal)
  }

  /** Tells whether the configuration has switched a rule off. */
  isOff(id: string): boolean {
    return this.#overrides.get(id)?.off ?? false
  }

  /** Returns the override of a rule or error, if any. */
  override(id: string): RuleOverride | undefined {
    return this.#overrides.get(id)
  }
}

const isOfCalls = <Facts>({ isOfCalls: of }: Rule<Facts>, facts: Facts): boolean =>
  typeof of === 'function' ? of(facts) : of === true

/** Returns the HTTP status of a violation, where it is not that of all of its kind. */
function statusUnder({ status, refuses }: Pick<RuleEntry, 'status' | 'refuses'>, override: RuleOverride | undefined) {
  const own = (refuses === 'request' ? override?.status : undefined) ?? status
  return own === undefined ? undefined : { status: own }
}

const noViolations: readonly Violation[] = []

const defaultMessage = (
  { message, literal }: Pick<RuleEntry, 'message' | 'literal'>,
  seen: { readonly sent: unknown } | undefined,
): string => (seen === undefined || literal ? message : `${message} Sent: ${JSON.stringify(seen.sent) ?? 'nothing'}.`)
