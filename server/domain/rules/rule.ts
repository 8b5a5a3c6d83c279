/** How a behaviour is known, from firm to guessed. `assumed` is a choice of this project, not a fact. */
export const evidences = ['documented', 'observed', 'second-hand', 'assumed'] as const
/** One of `evidences`. */
export type Evidence = (typeof evidences)[number]
/** What else a world may know a behaviour by: its user saw the real service do so. */
export const observedByUser = 'observed by you'
/** How a behaviour is known in a world. */
export const knownBy = [...evidences, observedByUser] as const

/**
 * A rule that refuses a request or one item of a batch, as data for the catalog, the documents and the engine alike.
 */
export interface Rule<Facts> {
  /** A stable name: `campaign.budget.one-cap`. */
  readonly id: string
  readonly operations: readonly string[]
  /** The field that a violation names, then the others whose change can violate the rule. */
  readonly fields: readonly [string, ...string[]]
  readonly evidence: Evidence
  /** Where the behaviour is known from. */
  readonly source: string
  /** Pinterest's own number of the error. */
  readonly code: number
  /** One sentence that says what is refused and what is allowed. */
  readonly message: string
  /** `item`: an entry in the batch's answer, other items are stored. `request`: 400, and nothing is stored. */
  readonly refuses: 'item' | 'request'
  /** The HTTP status of the answer, where it is not 200 for an item and 400 for a request. */
  readonly status?: number
  /** Required to answer at all: it can be reworded, but the configuration cannot switch it off. */
  readonly essential?: true
  /**
   * After a violation of such a rule only others like it are evaluated: what a locked field would violate is
   * irrelevant.
   */
  readonly terminal?: true
  /**
   * About what a call may do now, and not about what there may be: a seed may have what the rule refuses, since it has
   * come to be so later. An ad group may be older than the archiving of its campaign. A function returns whether that
   * holds of these facts.
   */
  readonly isOfCalls?: true | ((facts: Facts) => boolean)
  /** Returns whether the rule is evaluated at all; always when absent. */
  readonly when?: (facts: Facts) => boolean
  /** What would pass, where the message does not say it: the real service's own often do not. */
  readonly passes?: string
  /** Returns the message for a case, where the real service includes figures; `message` is their common beginning. */
  readonly worded?: (facts: Facts) => string
  /** Returns what was sent, for the message (unless that is literal) and for the journal. */
  readonly sent?: (facts: Facts) => unknown
  /** The message is the real service's own, verbatim: nothing is appended. */
  readonly literal?: true
  readonly violated: (facts: Facts) => boolean
}

/** A rule as the catalog shows it. */
export type RuleEntry = Omit<Rule<never>, 'when' | 'worded' | 'sent' | 'violated'>

/** Returns the HTTP status of an answer that the rule refuses. */
export const statusOf = ({ refuses, status }: Pick<RuleEntry, 'refuses' | 'status'>): number =>
  status ?? (refuses === 'item' ? 200 : 400)

/** A violation of one rule, as the client and the journal see it. */
export interface Violation {
  readonly rule: string
  readonly code: number
  readonly message: string
  /** The rule's own HTTP status, if any. */
  readonly status?: number
  /** The position of the refused item in the batch; absent when the request is refused. */
  readonly item?: number
  /** The value that the rule examined, where it reports one. */
  readonly sent?: unknown
  /** The refused fields, where a schema and not a rule refused them. */
  readonly parts?: readonly ViolatedPart[]
  /** Why the request was refused, where the message that the client sees does not say it. */
  readonly explanation?: string
  /** What would have passed, where it depends on the request. */
  readonly passes?: string
}

/** One field that a schema refused. */
export interface ViolatedPart {
  readonly in: 'body' | 'query' | 'path'
  /** Its path within its part of the request, as code would write it: `[0].labels[2].value`. */
  readonly field: string
  readonly sent: unknown
  /** What would pass, in words. */
  readonly allowed: string
}

/** The parts of a rule that the configuration may change. */
export interface RuleOverride {
  readonly code?: number | undefined
  readonly message?: string | undefined
  readonly off?: boolean | undefined
  /** The HTTP status, of a rule that refuses whole requests. */
  readonly status?: number | undefined
  /** The day on which the user saw the real service do so. */
  readonly observed?: string | undefined
}

/** Thrown when a rule refuses a whole request. */
export class RuleViolationError extends Error {
  readonly violations: readonly Violation[]
  /** @param isLiteral Whether the message of the first is the real service's own, to which nothing is appended. */
  constructor(violations: readonly Violation[], isLiteral = false) {
    const named = isLiteral ? violations.slice(0, 1) : violations
    super(named.map(({ message }) => message).join(' '))
    this.violations = violations
  }
}
