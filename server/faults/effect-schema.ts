import { z } from 'zod'
import { type ApiErrorEffectName, apiErrorEffects, itemFailure } from '../domain/faults/effect.ts'
import { longestWait } from '../domain/faults/latency.ts'
import { findPreset, presetEffect, presetNames } from '../domain/faults/presets.ts'
import { nearest } from '../http/nearest.ts'
import { secondsField } from '../http/schema/duration-fields.ts'
import { HeadersField } from '../http/schema/header-fields.ts'
import { messageFor, pythonText } from '../http/validation/messages.ts'
import { LatencyField, MillisecondsField } from './duration-field.ts'
import { parseShorthand } from './shorthand.ts'

const latency = LatencyField.optional()

const ApiError = z
  .strictObject({
    type: z.enum(Object.keys(apiErrorEffects) as [ApiErrorEffectName, ...ApiErrorEffectName[]]),
    message: z.string().max(1000).optional(),
    retry_after: secondsField(0, 86_400).optional().meta({
      description: 'Seconds, or text like `2m`. Sent as `Retry-After`; for rate_limited also as `x-ratelimit-reset`.',
    }),
    latency,
  })
  .meta({ description: 'Answers with an error of the API. Nothing is stored.' })

const StatusAnswer = z
  .strictObject({
    type: z.literal('status'),
    status: z.int().min(200).max(599),
    body: z.unknown().optional().meta({ description: "Text or JSON. Absent: the API's error envelope." }),
    headers: HeadersField.optional(),
    latency,
  })
  .meta({ description: 'Answers with any status, body and headers. Nothing is stored.' })

const LatencyEffect = z
  .strictObject({ type: z.literal('latency'), latency: LatencyField })
  .meta({ description: 'Delays the response. The request takes effect at once.' })

const Hang = z
  .strictObject({ type: z.literal('hang'), at_most: MillisecondsField.default(longestWait), latency })
  .meta({ description: 'Sends no response until the client gives up. Nothing is stored.' })

const Connection = z
  .strictObject({ type: z.enum(['reset', 'empty']), latency })
  .meta({ description: 'Resets the connection, or closes it without a byte. Nothing is stored.' })

const Lost = z
  .strictObject({ type: z.literal('answer_lost'), latency })
  .meta({ description: 'Closes the connection before the response. The request takes effect.' })

const Truncated = z
  .strictObject({ type: z.literal('truncated'), bytes: z.int().min(0).optional(), latency })
  .meta({ description: 'Sends the first `bytes` of the body (default: half of it), then closes the connection.' })

const Malformed = z
  .strictObject({ type: z.literal('malformed'), latency })
  .meta({ description: 'Sends a complete response whose body is invalid JSON: the last character is missing.' })

const Dribble = z
  .strictObject({
    type: z.literal('dribble'),
    chunks: z.int().min(2).max(1000).default(10),
    over: MillisecondsField.default(5000),
    latency,
  })
  .meta({ description: 'Sends the body in pieces over the duration `over`.' })

const Item = z.strictObject({
  item: z.int().min(0).max(999).meta({ description: 'Index in the batch, from 0.' }),
  code: z.int().default(itemFailure.code),
  message: z.string().max(1000).default(itemFailure.message),
})
const Items = z
  .strictObject({ type: z.literal('items'), items: z.array(Item).min(1).max(250), latency })
  .meta({ description: 'Refuses single items of a batch. The other items are stored.' })

const kinds = [
  ApiError,
  StatusAnswer,
  LatencyEffect,
  Hang,
  Connection,
  Lost,
  Truncated,
  Malformed,
  Dribble,
  Items,
] as const

/** The names of all effects. */
export const effectNames: readonly string[] = kinds.flatMap(({ shape: { type } }) =>
  'values' in type ? [...type.values] : type.options,
)

const Effect = z.discriminatedUnion('type', kinds, {
  error: ({ code, input }) => (code === 'invalid_union' ? unknownEffect(input) : undefined),
})

/** The effect of a fault: an object with its type, or the short form that the header takes. */
export const EffectField = z
  .preprocess((input: string | z.input<typeof Effect>, context) => {
    if (typeof input !== 'string') return input
    const ofFailure = presetEffect(input)
    if (ofFailure !== undefined) return ofFailure
    if (findPreset(input) !== undefined) {
      context.addIssue({ code: 'custom', message: `has several effects: add its faults with { "preset": "${input}" }` })
      return z.NEVER
    }
    const expanded = parseShorthand(input)
    const [issue] = Effect.safeParse(expanded).error?.issues ?? []
    if (issue === undefined) return expanded
    const isUnknown = issue.code === 'invalid_union' && issue.path[0] === 'type'
    const message = isUnknown
      ? issue.message
      : `is short for ${pythonText(expanded, 100)}: ${messageFor(issue, expanded)}`
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }, Effect)
  .meta({
    id: 'FaultEffect',
    description: `Effect as an object with options, in short form (\`reset\`, \`latency=2s\`), or the name of a failure of \`GET /__mock/faults/presets\`. Types: ${effectNames.join(', ')}.`,
    example: { type: 'rate_limited', retry_after: 2 },
    'x-or-text': true,
  })

function unknownEffect(input: unknown): string {
  const type = input !== null && typeof input === 'object' && 'type' in input ? String(input.type).slice(0, 50) : ''
  return `is no effect of ${effectNames.join(', ')}. Did you mean ${nearest(type, [...effectNames, ...presetNames])}?`
}
