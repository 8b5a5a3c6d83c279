import { z } from 'zod'
import { adviceOf } from '../domain/errors/advice.ts'
import { type Redactor, redactionMark } from '../domain/redaction/redactor.ts'
import { evidences, type RuleEngine, type Violation } from '../domain/rules/rule.ts'
import { shortened } from '../domain/shortened.ts'
import { placeOf, valueAt } from '../http/validation/messages.ts'
import { parsed } from '../http/validation/request-warnings.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { allApiErrors } from '../registry/api-errors.ts'
import { type RuleCatalogEntry, ruleCatalog } from '../registry/rule-catalog.ts'
import { allRules } from '../registry/rules.ts'
import { isUnmatched, NearOperations } from './near-operations.ts'
import { RefusedPlace, refusedPart } from './refused-part.ts'
import { deprecatedOf, ignoredOf, isStored, listIn, queryOf, requestBodyOf, warningsOf } from './view.ts'

const Reason = z
  .object({
    rule: z.string(),
    refuses: z.enum(['protocol', 'item', 'request']),
    item: z.int().nullable().meta({ description: 'The place in the batch of what was refused, from 0.' }),
    in: RefusedPlace,
    field: z.string().nullable(),
    fields: z.array(z.string()).meta({ description: 'All fields that the rule looks at.' }),
    sent: z.unknown().meta({ description: 'What was refused, as far as it is known.' }),
    allowed: z.string().meta({ description: "In the rule's message, unless that is the real service's own words." }),
    code: z.int(),
    message: z.string(),
    evidence: z.enum(evidences),
    source: z.string(),
    passes: z.string().meta({ description: 'What would have passed.' }),
  })
  .meta({ id: 'Reason', description: 'One refusal: of whom, of what, and what would have passed.' })

/** An operation that a call may have meant. */
export const NearOperation = z
  .object({ operation: z.string(), method: z.string(), path: z.string() })
  .meta({ id: 'NearOperation' })

/** Why a request was refused, or that it was not. */
export const WhyReply = z
  .object({
    id: z.string(),
    operation: z.string().nullable(),
    status: z.int().nullable(),
    verdict: z.enum(['passed', 'partly refused', 'refused', 'failed', 'unanswered']),
    reasons: z.array(Reason),
    warnings: z.array(z.string()),
    ignored_fields: z
      .array(z.string())
      .meta({ description: 'What was sent that no version of the API known here describes, and that was let pass.' }),
    deprecated: z.array(z.string()),
    faults: z.array(z.string()),
    near_operations: z.array(NearOperation).meta({ description: 'What a call that matched nothing may have meant.' }),
  })
  .meta({ id: 'Why' })

type Reason = z.input<typeof Reason>

/** What became of a request, with a reason for each refusal. */
export function whyOf(entry: JournalEntry, rules: RuleEngine): z.input<typeof WhyReply> {
  const { redactor: blackout } = entry
  const told = (texts: readonly string[]): string[] => texts.map((text) => blackout.text(text))
  const known = new Map(ruleCatalog(rules).map((rule) => [rule.id, rule]))
  const asked: Asked = { entry, known, body: parsed(requestBodyOf(entry)) }
  return {
    id: entry.id,
    operation: entry.operation,
    status: entry.status,
    verdict: verdictOf(entry),
    reasons: refusalsOf(entry)
      .flatMap((refusal) => reasonsOf(asked, refusal))
      .map((reason) => toldReason(blackout, reason)),
    warnings: told(warningsOf(entry)),
    ignored_fields: told(ignoredOf(entry)),
    deprecated: told(deprecatedOf(entry)),
    faults: told(entry.faults),
    near_operations: isUnmatched(entry) ? [...nearestTo(entry)] : [],
  }
}

/** The reason without credentials, in whatever part of it they are. */
const toldReason = (blackout: Redactor, reason: Reason): Reason => ({
  ...reason,
  sent: toldSent(blackout, reason),
  field: reason.field && blackout.text(reason.field),
  message: blackout.text(reason.message),
  allowed: blackout.text(reason.allowed),
  passes: blackout.text(reason.passes),
})

function toldSent(blackout: Redactor, { in: place, field, sent }: Reason): unknown {
  // A header is told with its scheme, and without the rest, already.
  if (place === 'header') return sent
  // What was cut off a name may have been what tells that a credential stands behind it.
  return field?.endsWith(redactionMark) && sent !== null ? redactionMark : blackout.value(field ?? '', sent)
}

function verdictOf(entry: JournalEntry): z.input<typeof WhyReply>['verdict'] {
  const { status, violations } = entry
  if (status === null) return 'unanswered'
  if (status >= 500 && status !== 501) return 'failed'
  if (status >= 400) return 'refused'
  if (violations.length === 0) return 'passed'
  return isStored(entry) ? 'partly refused' : 'refused'
}

/** What the rules said, and for those that only the answer's header names, what the catalogue says of them. */
function refusalsOf({ violations, rules, status }: JournalEntry): readonly Violation[] {
  const told = new Set(violations.map(({ rule }) => rule))
  const silent = rules.filter((rule) => !told.has(rule))
  return [...violations, ...silent.map((rule) => ({ rule, code: 0, message: '', ...(status !== null && { status }) }))]
}

/** What is told of a refusal by no rule: one that a fault brought about. */
const unknown = {
  refuses: 'item',
  fields: [] as readonly string[],
  evidence: 'assumed',
  source: 'a fault that this world was told to have',
} as const

/** What all reasons of one request are made of. */
interface Asked {
  readonly entry: JournalEntry
  readonly known: ReadonlyMap<string, RuleCatalogEntry>
  /** The request's body, parsed. */
  readonly body: unknown
}

function reasonsOf(asked: Asked, refusal: Violation): readonly Reason[] {
  const { entry } = asked
  const known = asked.known.get(refusal.rule) ?? { ...unknown, ...refusal }
  const { refuses, fields, evidence, source } = known
  const message = refusal.message || known.message
  const item = refusal.item ?? null
  const said = allRules.find(({ id }) => id === refusal.rule)?.passes
  const passes = said ?? allApiErrors[refusal.rule]?.passes ?? adviceOf(refusal.rule)
  const common = {
    rule: refusal.rule,
    refuses,
    item,
    fields: [...fields],
    code: refusal.code || known.code,
    message,
    allowed: said ?? known.message,
    evidence,
    source,
  }
  if (refusal.parts !== undefined && refusal.parts.length > 0) {
    return refusal.parts.map(({ in: place, field, sent, allowed }) => ({
      ...common,
      in: place,
      field,
      sent: sent ?? null,
      allowed,
      passes: `${field || 'The body'}: ${allowed}.`,
    }))
  }
  const given = fields.filter((name) => found(asked, item, name).sent !== undefined)
  const field = given.find((name) => Object.hasOwn(Object(refusal.sent), name)) ?? given[0] ?? fields[0]
  if (field === undefined) return [{ ...common, ...refusedPart(entry, refusal.rule), passes: passes ?? known.message }]
  const { place, sent } = found(asked, item, field)
  return [
    {
      ...common,
      in: entry.body === null ? 'query' : 'body',
      field: place,
      sent: shortened(refusal.sent ?? sent ?? null),
      passes: passes ?? listedIn(refusal.sent) ?? known.message,
    },
  ]
}

/** What a rule said is allowed in this case, where that is a list. */
function listedIn(sent: unknown): string | undefined {
  const allowed: unknown = sent !== null && typeof sent === 'object' ? Reflect.get(sent, 'allowed') : undefined
  return Array.isArray(allowed) && allowed.length > 0 ? `One of ${allowed.join(', ')}.` : undefined
}

/** Where a field is in the request, in the item that was refused if there is one, and what was sent there. */
function found({ entry, body }: Asked, item: number | null, field: string): { place: string; sent: unknown } {
  if (entry.body === null) return { place: field, sent: queryOf(entry).get(field) ?? undefined }
  const steps = field.split('.')
  if (item === null) return { place: field, sent: valueAt(body, steps) }
  const key = listIn(body)?.key
  const path = key === undefined ? [item] : [key, item]
  const whole = valueAt(body, path)
  if (whole !== undefined && (whole === null || typeof whole !== 'object')) return { place: placeOf(path), sent: whole }
  return { place: placeOf([...path, ...steps]), sent: valueAt(whole, steps) }
}

const nearestTo = (entry: JournalEntry) =>
  new NearOperations().to(entry).filter(({ operation }) => operation !== entry.operation)
