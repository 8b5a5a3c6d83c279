import { adviceOf } from '../domain/errors/advice.ts'
import { queryOf } from '../domain/matching/request-url.ts'
import type { Violation } from '../domain/rules/rule.ts'
import { truncated } from '../domain/truncate.ts'
import { placeOf, valueAt } from '../http/validation/issue-path.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { allApiErrors } from '../registry/api-errors.ts'
import type { RuleCatalogEntry } from '../registry/rule-catalog.ts'
import { allRules } from '../registry/rules.ts'
import { refusedPart } from './refused-part.ts'
import { listIn } from './request-view.ts'
import type { Reason } from './why-schema.ts'

/** The data that all reasons of one request are made from. */
export interface WhyContext {
  readonly entry: JournalEntry
  /** The rules of the catalog, by id. */
  readonly catalog: ReadonlyMap<string, RuleCatalogEntry>
  /** The request's parsed body. */
  readonly body: unknown
}

/** A reason without the request that passes. What passes in words is null where no rule or error says it. */
export type ReasonOfRule = Omit<Reason, 'passes' | 'passing_request' | 'no_passing_request'> & {
  readonly passes: string | null
}

/** Rule data for a violation that no rule of the catalog has: an item that a fault refused. */
const faultedItem = {
  refuses: 'item',
  fields: [] as readonly string[],
  evidence: 'assumed',
  source: 'a fault that this world was told to have',
} as const

/** Returns the reasons of a violation: one for each field that a schema refused, or one. */
export function reasonsOf(context: WhyContext, violation: Violation): readonly ReasonOfRule[] {
  const { entry } = context
  const rule = context.catalog.get(violation.rule) ?? { ...faultedItem, ...violation }
  const { refuses, fields, evidence, source } = rule
  const message = violation.message || rule.message
  const item = violation.item ?? null
  const ruleAdvice = allRules.find(({ id }) => id === violation.rule)?.passes
  const advice = violation.passes ?? ruleAdvice ?? allApiErrors[violation.rule]?.passes ?? adviceOf(violation.rule)
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
  const passes = advice ?? listedIn(violation.sent) ?? null
  const sentFields = fields.filter((name) => found(context, item, name).sent !== undefined)
  const field = sentFields.find((name) => Object.hasOwn(Object(violation.sent), name)) ?? sentFields[0] ?? fields[0]
  if (field === undefined) return [{ ...common, ...refusedPart(entry, violation.rule), passes }]
  const { place, sent } = found(context, item, field)
  return [
    {
      ...common,
      in: entry.body === null ? 'query' : 'body',
      field: place,
      sent: truncated(violation.sent ?? sent ?? null),
      passes,
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
