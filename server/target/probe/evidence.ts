import { z } from 'zod'
import { readJsonFile } from '#server/config/json-file.ts'
import { redactedSyntaxError } from '#server/config/redaction.ts'
import { UsageError } from '#server/config/usage-error.ts'

/** What an evidence file says it is. */
export const evidenceFormat = 'pinterest-ads-mock evidence'

const Seen = z.strictObject({
  status: z.int().meta({ description: 'HTTP status.' }),
  code: z.int().optional().meta({ description: 'Code of the refusal. Absent where the answer has none.' }),
  message: z.string().optional().meta({ description: 'Message of the refusal, blacked out. Absent where it passed.' }),
})

/** The answer to one call, as far as it is kept. */
export type Seen = z.output<typeof Seen>

const Difference = z.strictObject({
  call: z
    .enum(['refused', 'passes'])
    .meta({ description: 'The call that the mock refuses, or the nearest that passes.' }),
  moment: z.string().optional().meta({ description: 'Which case of the rule, where it has several.' }),
  what: z
    .array(z.enum(['status', 'code', 'message', 'outcome']))
    .min(1)
    .meta({ description: 'What differs. `outcome`: one refuses what the other lets pass.' }),
  ours: Seen.meta({ description: 'Answer of the mock.' }),
  theirs: Seen.meta({ description: 'Answer of the real service.' }),
})

/** One difference between the mock and the target in the answers to one call. */
export type Difference = z.output<typeof Difference>

const Adopted = z.strictObject({
  off: z.literal(true).optional(),
  status: z.int().min(400).max(599).optional(),
  code: z.int().optional(),
  message: z.string().optional(),
})

const RuleEvidence = z.strictObject({
  verdict: z.enum(['agrees', 'differs', 'untold']),
  reason: z.string().optional().meta({ description: 'Why it cannot be told, with `untold`.' }),
  differences: z.array(Difference).optional(),
  adopt: Adopted.optional().meta({
    description: 'What `--rules` takes over: off, or another status, code or message.',
  }),
})

/** What was learned about one rule. */
export type RuleEvidence = z.output<typeof RuleEvidence>

const OperationEvidence = z.strictObject({
  missing: z.array(z.string()).meta({ description: 'Fields of answers that the real service lacks.' }),
  added: z.record(z.string(), z.string()).meta({ description: 'Fields that it alone has, with their types.' }),
  types: z
    .record(z.string(), z.tuple([z.string(), z.string()]))
    .meta({ description: 'Fields with another type: that of the mock, then that of the real service.' }),
})

/** An evidence file: what a probe learned, without anything of the account that it learned it with. */
export const Evidence = z
  .strictObject({
    format: z.literal(evidenceFormat),
    version: z.literal(1),
    date: z.iso.date(),
    target: z.enum(['sandbox', 'production', 'other']),
    mock: z.string().meta({ description: 'Version of the mock.' }),
    api_version: z.string().meta({ description: 'Version of the API as which the mock answered.' }),
    rules: z.record(z.string(), RuleEvidence),
    operations: z.record(z.string(), OperationEvidence).meta({
      description: 'Shapes of answers that differ, by operation; `operation (refused)` for answers that refuse.',
    }),
  })
  .meta({ id: 'Evidence' })

export type Evidence = z.output<typeof Evidence>

/**
 * Reads an evidence file.
 *
 * @throws UsageError when it cannot be read, or is none.
 */
export function readEvidence(file: string): Evidence {
  try {
    return Evidence.parse(readJsonFile(file))
  } catch (error) {
    if (error instanceof z.ZodError) {
      const [{ path, message } = { path: [], message: '' }] = error.issues
      throw new UsageError(`${file} is no evidence: ${path.join('.')}: ${message}`)
    }
    throw new UsageError(`${file} cannot be read: ${redactedSyntaxError(error)}`)
  }
}
