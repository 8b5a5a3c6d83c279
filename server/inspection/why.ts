import { z } from 'zod'
import { adviceOf } from '../domain/errors/advice.ts'
import { redactedBodyOf } from '../domain/matching/call-view.ts'
import { queryOf } from '../domain/matching/request-url.ts'
import { type Redactor, redactionMark } from '../domain/redaction/redactor.ts'
import { evidences, type RuleEngine, type Violation } from '../domain/rules/rule.ts'
import { truncated } from '../domain/truncate.ts'
import { placeOf, valueAt } from '../http/validation/messages.ts'
import { parsedOrUndefined } from '../http/validation/request-warnings.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { deprecatedOf, ignoredOf, isStored, isUnmatched, warningsOf } from '../journal/outcome.ts'
import { allApiErrors } from '../registry/api-errors.ts'
import { type RuleCatalogEntry, ruleCatalog } from '../registry/rule-catalog.ts'
import { allRules } from '../registry/rules.ts'
import { NearOperations } from './near-operations.ts'
import { RefusedPlace, refusedPart } from './refused-part.ts'
import { listIn } from './request-view.ts'

const Reason = z
  .object({
    rule: z.string(),
    refuses: z.enum(['protocol', 'item', 'request']),
    item: z.int().nullable().meta({ description: 'Index of the refused item in the batch, from 0.' }),
    in: RefusedPlace,
    field: z.string().nullable(),
    fields: z.array(z.string()).meta({ description: 'All fields of the rule.' }),
    sent: z.unknown().meta({ description: 'Refused value, where it is known.' }),
    allowed: z.string().meta({ description: 'Allowed values. Absent where the message names them.' }),
    code: z.int(),
    message: z.string(),
    explanation: z
      .string()
      .nullable()
      .meta({ description: 'Reason that the message does not state: when a token expired, which scope is missing.' }),
    evidence: z.enum(evidences),
    source: z.string(),
    passes: z.string().meta({ description: 'Description of a request that passes.' }),
  })
  .meta({ id: 'Reason', description: 'One violation, with the rule, the field and a value that passes.' })

/** An operation that a call may have meant. */
export const NearOperation = z
  .object({ operation: z.string(), method: z.string(), path: z.string() })
  .meta({ id: 'NearOperation' })

/** The result of `why`: the reasons for which a request was refused, if it was. */
export const WhyReply = z
  .object({
    id: z.string(),
    operation: z.string().nullable(),
    status: z.int().nullable(),
    verdict: z.enum(['passed', 'partly refused', 'refused', 'failed', 'unanswered']),
    reasons: z.array(Reason),
    warnings: z.array(z.string()),
    ignored_fields: z.array(z.string()).meta({
      description: 'Fields that were sent and accepted, although no known version of the API describes them.',
    }),
    deprecated: z.array(z.string()),
    faults: z.array(z.string()),
    near_operations: z.array(NearOperation).meta({ description: 'Operations that an unmatched call may have meant.' }),
  })
  .meta({ id: 'Why' })

type Reason = z.input<typeof Reason>

/** Explains the outcome of a request, with a reason for each violation. */
export function whyOf(entry: JournalEntry, rules: RuleEngine): z.input<typeof WhyReply> {
  const { redactor } = entry
  const redactedAll = (texts: readonly string[]): string[] => texts.map((text) => redactor.text(text))
  const catalog = new Map(ruleCatalog(rules).map((rule) => [rule.id, rule]))
  const context: WhyContext = { entry, catalog, body: parsedOrUndefined(redactedBodyOf(entry)) }
  return {
    id: entry.id,
    operation: entry.operation,
    status: entry.status,
    verdict: verdictOf(entry),
    reasons: violationsOf(entry)
      .flatMap((violation) => reasonsOf(context, violation))
      .map((reason) => redactedReason(redactor, reason)),
    warnings: redactedAll(warningsOf(entry)),
    ignored_fields: redactedAll(ignoredOf(entry)),
    deprecated: redactedAll(deprecatedOf(entry)),
    faults: redactedAll(entry.faults),
    near_operations: isUnmatched(entry) ? [...nearestTo(entry)] : [],
  }
}

/** Returns the reason without credentials. */
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

/** Rule data for a violation that no rule of the catalog has: an item that a fault refused. */
const faultedItem = {
  refuses: 'item',
  fields: [] as readonly string[],
  evidence: 'assumed',
  source: 'a fault that this world was told to have',
} as const

/** The data that all reasons of one request are made from. */
interface WhyContext {
  readonly entry: JournalEntry
  /** The rules of the catalog, by id. */
  readonly catalog: ReadonlyMap<string, RuleCatalogEntry>
  /** The request's parsed body. */
  readonly body: unknown
}

function reasonsOf(context: WhyContext, violation: Violation): readonly Reason[] {
  const { entry } = context
  const rule = context.catalog.get(violation.rule) ?? { ...faultedItem, ...violation }
  const { refuses, fields, evidence, source } = rule
  const message = violation.message || rule.message
  const item = violation.item ?? null
  const ruleAdvice = allRules.find(({ id }) => id === violation.rule)?.passes
  const passes = violation.passes ?? ruleAdvice ?? allApiErrors[violation.rule]?.passes ?? adviceOf(violation.rule)
  const common = {
    rule: violation.rule,
    refuses,
    item,
    fields: [...fields],
    code: violation.code || rule.code,
    message,
    allowed: ruleAdvice ?? rule.message,
    explanation: violation.explanation ?? null,
    evidence,
    source,
  }
  if (violation.parts !== undefined && violation.parts.length > 0) {
    return violation.parts.map(({ in: place, field, sent, allowed }) => ({
      ...common,
      in: place,
      field,
      sent: sent ?? null,
      allowed,
      passes: `${field || 'The body'}: ${allowed}.`,
    }))
  }
  const sentFields = fields.filter((name) => found(context, item, name).sent !== undefined)
  const field = sentFields.find((name) => Object.hasOwn(Object(violation.sent), name)) ?? sentFields[0] ?? fields[0]
  if (field === undefined) return [{ ...common, ...refusedPart(entry, violation.rule), passes: passes ?? rule.message }]
  const { place, sent } = found(context, item, field)
  return [
    {
      ...common,
      in: entry.body === null ? 'query' : 'body',
      field: place,
      sent: truncated(violation.sent ?? sent ?? null),
      passes: passes ?? listedIn(violation.sent) ?? rule.message,
    },
  ]
}

/** Returns the values that a violation lists as allowed. */
function listedIn(sent: unknown): string | undefined {
  const allowed: unknown = sent !== null && typeof sent === 'object' ? Reflect.get(sent, 'allowed') : undefined
  return Array.isArray(allowed) && allowed.length > 0 ? `One of ${allowed.join(', ')}.` : undefined
}

/** Returns the path of a field in the request, within the refused item if there is one, and its value. */
function found({ entry, body }: WhyContext, item: number | null, field: string): { place: string; sent: unknown } {
  if (entry.body === null) return { place: field, sent: queryOf(entry).get(field) ?? undefined }
  const steps = field.split('.')
  if (item === null) return { place: field, sent: valueAt(body, steps) }
  const key = listIn(body)?.key
  const path = key === undefined ? [item] : [key, item]
  const itemValue = valueAt(body, path)
  if (itemValue !== undefined && (itemValue === null || typeof itemValue !== 'object'))
    return { place: placeOf(path), sent: itemValue }
  return { place: placeOf([...path, ...steps]), sent: valueAt(itemValue, steps) }
}

const nearestTo = (entry: JournalEntry) =>
  new NearOperations().to(entry).filter(({ operation }) => operation !== entry.operation)
