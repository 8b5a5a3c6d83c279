import { z } from 'zod'
import type { CallCounts } from '../journal/statistics/call-counts.ts'

const Part = z.object({
  total: z.int(),
  met: z.int(),
  ratio: z.number().meta({ description: 'The share that was met, from 0 to 1.' }),
  never: z.array(z.string()),
})

/** How much of what the server implements its clients met. */
export const CoverageReply = z
  .object({
    requests: z.int(),
    operations: Part.meta({ description: 'Operations that are implemented.' }),
    rules: Part.meta({ description: 'Rules that are in force and refuse something in these operations.' }),
  })
  .meta({ id: 'Coverage', description: 'Operations and rules that clients met, and those that they never met.' })

/** A rule with the operations that it is about. */
interface CoveredRule {
  readonly id: string
  readonly operations: readonly string[]
}

/** Returns how many of the operations and of the rules calls met. */
export function coverageOf(
  counts: CallCounts,
  implemented: readonly string[],
  rules: readonly CoveredRule[],
): z.output<typeof CoverageReply> {
  return {
    requests: counts.calls,
    operations: partOf(implemented, (operation) => counts.operations.has(operation)),
    rules: partOf(
      rules.filter(({ operations }) => operations.some((id) => implemented.includes(id))).map(({ id }) => id),
      (rule) => counts.rules.byKey.has(rule),
    ),
  }
}

function partOf(all: readonly string[], isMet: (name: string) => boolean): z.output<typeof Part> {
  const never = all.filter((name) => !isMet(name))
  const met = all.length - never.length
  return { total: all.length, met, ratio: all.length === 0 ? 0 : met / all.length, never }
}
