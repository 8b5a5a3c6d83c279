import type { z } from 'zod'
import { redactedBodyOf } from '../domain/matching/call-view.ts'
import { type Redactor, redactionMark } from '../domain/redaction/redactor.ts'
import type { Violation } from '../domain/rules/rule.ts'
import type { RuleEngine } from '../domain/rules/rule-engine.ts'
import { placeOf } from '../http/validation/issue-path.ts'
import { parsedOrUndefined } from '../http/validation/request-warnings.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { deprecatedOf, ignoredOf, isStored, isUnmatched, warningsOf } from '../journal/outcome.ts'
import { ruleCatalog } from '../registry/rule-catalog.ts'
import { comparisonView } from './comparison-schema.ts'
import { NearOperations } from './near-operations.ts'
import { type PassingReply, type PassingSearch, passingReply, wordsFor } from './passing/reply.ts'
import { itemPath } from './passing/violation-edits.ts'
import { type ReasonOfRule, reasonsOf, type WhyContext } from './reasons.ts'
import type { Reason, WhyReply } from './why-schema.ts'

/**
 * Explains the outcome of a request, with a reason for each violation.
 *
 * @param search The search for a request that passes in its place.
 */
export function whyOf(entry: JournalEntry, rules: RuleEngine, search: PassingSearch): z.input<typeof WhyReply> {
  const { redactor } = entry
  const redactedAll = (texts: readonly string[]): string[] => texts.map((text) => redactor.text(text))
  const catalog = new Map(ruleCatalog(rules).map((rule) => [rule.id, rule]))
  const context: WhyContext = { entry, catalog, body: parsedOrUndefined(redactedBodyOf(entry)) }
  const passing = passingReply(entry, search)
  return {
    id: entry.id,
    operation: entry.operation,
    status: entry.status,
    verdict: verdictOf(entry),
    reasons: withPassing(
      violationsOf(entry).flatMap((violation) => reasonsOf(context, violation)),
      passing,
      context,
    ).map((reason) => redactedReason(redactor, reason)),
    warnings: redactedAll(warningsOf(entry)),
    ignored_fields: redactedAll(ignoredOf(entry)),
    deprecated: redactedAll(deprecatedOf(entry)),
    faults: redactedAll(entry.faults),
    stub: entry.stub && redactor.text(entry.stub),
    fallback: entry.fallback,
    comparison: comparisonView(entry.comparison, redactor),
    near_operations: isUnmatched(entry) ? [...nearestTo(entry)] : [],
  }
}

/** The most characters of the requests that pass: that of a batch stands in the reason of each of its items. */
const mostCharacters = 2 ** 20

/** Completes reasons by the request that passes, and by words for it where no rule has them. */
function withPassing(reasons: readonly ReasonOfRule[], passing: PassingReply, { body }: WhyContext): readonly Reason[] {
  const size = JSON.stringify(passing).length
  return reasons.map((reason, index) => {
    const { item, fields } = reason
    const place = item === null ? null : placeOf(itemPath({ body }, item).slice(1))
    const words = reason.passes ?? wordsFor(passing, place) ?? `Other values of ${fields.join(', ') || 'the request'}.`
    const isShown = index === 0 || size * (index + 1) <= mostCharacters
    const shown = isShown ? passing : { passing_request: null, no_passing_request: 'It is that of the first reason.' }
    return { ...reason, ...shown, passes: words }
  })
}

/** Returns the reason without credentials. The request that passes has none. */
const redactedReason = (redactor: Redactor, reason: Reason): Reason => ({
  ...reason,
  sent: redactedSent(redactor, reason),
  field: reason.field && redactor.text(reason.field),
  message: redactor.text(reason.message),
  allowed: redactor.text(reason.allowed),
  explanation: reason.explanation && redactor.text(reason.explanation),
  passes: redactor.text(reason.passes),
})

function redactedSent(redactor: Redactor, { in: place, field, sent }: Reason): unknown {
  // Headers are redacted already, except for their scheme.
  if (place === 'header') return sent
  // A shortened name may have lost the part that marks its value as a credential.
  return field?.endsWith(redactionMark) && sent !== null ? redactionMark : redactor.value(field ?? '', sent)
}

function verdictOf(entry: JournalEntry): z.input<typeof WhyReply>['verdict'] {
  const { status, violations } = entry
  if (status === null) return 'unanswered'
  if (status >= 500 && status !== 501) return 'failed'
  if (status >= 400) return 'refused'
  if (violations.length === 0) return 'passed'
  return isStored(entry) ? 'partly refused' : 'refused'
}

/** Returns the recorded violations, and those that only the response header names, without a message. */
function violationsOf({ violations, rules, status }: JournalEntry): readonly Violation[] {
  const recorded = new Set(violations.map(({ rule }) => rule))
  const silent = rules.filter((rule) => !recorded.has(rule))
  return [...violations, ...silent.map((rule) => ({ rule, code: 0, message: '', ...(status !== null && { status }) }))]
}

const nearestTo = (entry: JournalEntry) =>
  new NearOperations().to(entry).filter(({ operation }) => operation !== entry.operation)
