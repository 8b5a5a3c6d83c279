import type { ViolatedPart } from '../rules/rule.ts'

/** A value of a log that is refused. */
interface RejectedLog {
  readonly log_index: number
  readonly field: string
  readonly value: string
  readonly reason: string
}

/**
 * Returns what a refusal of an integration's logs has beside code and message: the values that are invalid, log by log
 * (F172; what stands in them is assumed). Undefined of other operations and problems, an unknown property among them, and
 * where no log is the reason.
 */
export function rejectedLogs(
  problem: string,
  operation: string | undefined,
  parts: readonly ViolatedPart[] = [],
): { readonly rejected_logs: readonly RejectedLog[] } | undefined {
  if (problem !== 'request.schema' || operation !== 'integrations_logs/post') return undefined
  const rejected = parts.flatMap(({ field, sent, allowed }) => {
    const [, index, name = ''] = /^logs\[(\d+)\]\.?(.*)$/.exec(field) ?? []
    if (index === undefined) return []
    const value = typeof sent === 'string' ? sent : (JSON.stringify(sent) ?? '')
    return [{ log_index: Number(index), field: name, value, reason: `Allowed: ${String(allowed)}` }]
  })
  return rejected.length > 0 ? { rejected_logs: rejected } : undefined
}
