/** How a behaviour is known, from firm to guessed. `assumed` is a choice of this project, not a fact. */
export const evidences = ['documented', 'observed', 'second-hand', 'assumed'] as const
/** One of them. */
export type Evidence = (typeof evidences)[number]

/** What refuses a request or one item of a batch, as data: read by the catalogue, the documents and the judge alike. */
export interface Rule<Facts> {
  /** A name that stays: `campaign.budget.one-cap`. */
  readonly id: string
  readonly operations: readonly string[]
  /** The field that a refusal is about, then the others whose change can break the rule. */
  readonly fields: readonly [string, ...string[]]
  readonly evidence: Evidence
  /** Where the behaviour is known from. */
  readonly source: string
  /** Pinterest's own number for the error. */
  readonly code: number
  /** One sentence that says what is refused and what is allowed. */
  readonly message: string
  /** `item`: an entry in the batch's answer, the other items stand. `request`: 400, and nothing is stored. */
  readonly refuses: 'item' | 'request'
  /** The answer's HTTP status where it is not the usual one: 200 when an item is refused, 400 when a request is. */
  readonly status?: number
  /** Nothing could be answered without it: it can be reworded, and the configuration refuses to switch it off. */
  readonly essential?: true
  /** Once such a rule has refused, only others like it are asked: what a locked field would break is beside the point. */
  readonly terminal?: true
  /** Whether the rule is asked at all in this case; always when absent. */
  readonly when?: (facts: Facts) => boolean
  /** What would have passed, where the message does not say it: the real service's own often do not. */
  readonly passes?: string
  /** The message in this case, where the real service tells figures of it; `message` is how each of them begins. */
  readonly worded?: (facts: Facts) => string
  /** What was sent: for the message, unless that is literal, and for who asks why. */
  readonly sent?: (facts: Facts) => unknown
  /** The message is the real service's own, to the letter: nothing is added to it. */
  readonly literal?: true
  readonly violated: (facts: Facts) => boolean
}

/** A rule as the catalogue shows it. */
export type RuleEntry = Omit<Rule<never>, 'when' | 'worded' | 'sent' | 'violated'>

/** The HTTP status of the answer when the rule refuses. */
export const statusOf = ({ refuses, status }: Pick<RuleEntry, 'refuses' | 'status'>): number =>
  status ?? (refuses === 'item' ? 200 : 400)

/** One rule's no. */
export interface Violation {
  readonly rule: string
  readonly code: number
  readonly message: string
  /** The rule's own HTTP status, if it has one. */
  readonly status?: number
  /** The place in the batch of what was refused; absent when that is the request. */
  readonly item?: number
  /** What the rule saw, where it can tell. */
  readonly sent?: unknown
  /** The fields that were refused, where it was not a rule with fields of its own that did so. */
  readonly parts?: readonly ViolatedPart[]
}

/** One field that a schema refused. */
export interface ViolatedPart {
  readonly in: 'body' | 'query' | 'path'
  /** As code would reach it within its part of the request: `[0].labels[2].value`. */
  readonly field: string
  readonly sent: unknown
  /** What would have passed, in words. */
  readonly allowed: string
}

/** What a user's configuration may change about a rule. */
export interface RuleOverride {
  readonly code?: number | undefined
  readonly message?: string | undefined
  readonly off?: boolean | undefined
}

/** Thrown by a rule that refuses a whole request. */
export class RuleViolationError extends Error {
  readonly violations: readonly Violation[]
  constructor(violations: readonly Violation[]) {
    super(violations.map(({ message }) => message).join(' '))
    this.violations = violations
  }
}

/** Asks rules, under the overrides of one configuration. */
export class RuleEngine {
  readonly #overrides: ReadonlyMap<string, RuleOverride>

  constructor(overrides: Readonly<Record<string, RuleOverride>> = {}) {
    this.#overrides = new Map(Object.entries(overrides))
  }

  /** Every rule that these facts break, in the order of the list; none when all hold. */
  evaluate<Facts>(rules: readonly Rule<Facts>[], facts: Facts): readonly Violation[] {
    let violations: Violation[] | undefined
    let decided = false
    for (const rule of rules) {
      if (decided && !rule.terminal) continue
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
        message: override?.message ?? rule.worded?.(facts) ?? spoken(rule, seen),
        ...(rule.status !== undefined && { status: rule.status }),
        ...seen,
      })
    }
    return violations ?? nothing
  }

  /** Throws when these facts break a rule that refuses whole requests. */
  assert<Facts>(rules: readonly Rule<Facts>[], facts: Facts): void {
    const violations = this.evaluate(rules, facts)
    if (violations.length > 0) throw new RuleViolationError(violations)
  }

  /** Whether the configuration has switched the rule off. */
  isOff(id: string): boolean {
    return this.#overrides.get(id)?.off ?? false
  }

  /** What the configuration says of a rule or problem of that id, if anything. */
  override(id: string): RuleOverride | undefined {
    return this.#overrides.get(id)
  }
}

const nothing: readonly Violation[] = []

const spoken = (
  { message, literal }: Pick<RuleEntry, 'message' | 'literal'>,
  seen: { readonly sent: unknown } | undefined,
): string => (seen === undefined || literal ? message : `${message} Sent: ${JSON.stringify(seen.sent) ?? 'nothing'}.`)
