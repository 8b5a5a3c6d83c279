import { z } from 'zod'
import { LatencyField } from '#server/faults/duration-field.ts'
import { callMatchFields } from '#server/http/schema/call-match-fields.ts'
import { DurationInSeconds } from '#server/http/schema/duration-fields.ts'
import { HeadersField } from '#server/http/schema/header-fields.ts'
import { Name } from '../protocol/name-field.ts'
import { Warnings } from '../protocol/warnings-field.ts'

/** The most responses of one stub. */
const maxResponses = 100
/** The priority of a stub that says none; as in WireMock. */
const usualPriority = 5

const Match = z
  .strictObject(callMatchFields)
  .meta({ id: 'StubMatch', description: 'Criteria for requests. Absent: every request.' })

const Response = z
  .strictObject({
    status: z.int().min(200).max(599).default(200),
    headers: HeadersField.default({}),
    body: z.unknown().optional().meta({ description: 'JSON or text. Absent: no body.' }),
    latency: LatencyField.optional(),
    template: z.boolean().default(true).meta({
      description: 'Whether `{{…}}` in texts of the body and of headers stands for a part of the request.',
    }),
  })
  .meta({
    id: 'StubResponse',
    example: { status: 201, body: { id: '{{id}}', name: '{{body.name}}', created_time: '{{now}}' } },
  })

const State = z.string().min(1).max(100)

/** The parts of a stub that are shown as they were sent. */
const rule = {
  match: Match.default({}),
  scenario: State.optional().meta({
    description: 'Name of a scenario, which stubs share. Each world has its own state of it.',
  }),
  requires: State.optional().meta({ description: 'Required state of the scenario. The first state is `Started`.' }),
  sets: State.optional().meta({ description: 'State of the scenario after the response.' }),
  priority: z.int().min(1).max(1000).default(usualPriority).meta({
    description: 'Priority: of matching stubs, the one with the smallest number answers; of equal ones the latest.',
  }),
  times: z.int().min(1).optional().meta({ description: 'Maximum number of answered calls.' }),
  expires_in: DurationInSeconds.refine((seconds) => seconds > 0, { error: 'is over before it begins' })
    .refine((seconds) => Number.isInteger(seconds), { error: 'has parts of a second, which no stub counts' })
    .optional()
    .meta({ description: "Duration on the world's clock, in whole seconds.", example: '5m' }),
}

const StubFields = z.strictObject({
  ...rule,
  response: Response.optional(),
  responses: z
    .array(Response)
    .min(1)
    .max(maxResponses)
    .optional()
    .meta({ description: 'Responses in sequence. The last one repeats.' }),
})

type Fields = z.output<typeof StubFields>

/** Refuses fields that do not fit together. */
const fitting = <Schema extends z.ZodType<Fields>>(schema: Schema) =>
  schema
    .refine(({ response, responses }) => (response === undefined) !== (responses === undefined), {
      error: 'must have one of response and responses',
    })
    .refine(({ scenario, requires, sets }) => scenario !== undefined || (requires ?? sets) === undefined, {
      error: 'has requires or sets, and no scenario that they are states of',
    })

const example = {
  match: { method: 'POST', path: '/ad_accounts/{ad_account_id}/widgets' },
  response: { status: 201, body: { id: '{{id}}', ad_account_id: '{{path.ad_account_id}}', name: '{{body.name}}' } },
}

/** The body that creates a stub. */
export const StubCreate = fitting(StubFields.extend({ id: Name.optional() })).meta({ id: 'StubCreate', example })

/** The body that creates or replaces a stub of an id. */
export const StubReplacement = fitting(StubFields).meta({ id: 'StubReplacement', example })

/** A stub with its counters. */
export const StubReply = z
  .object({
    id: z.string(),
    match: z.record(z.string(), z.unknown()),
    responses: z.array(z.looseObject({ status: z.int() })),
    scenario: z.string().nullable(),
    requires: z.string().nullable(),
    sets: z.string().nullable(),
    priority: z.int(),
    times: z.int().nullable(),
    created: z.int().meta({ description: "Unix time in seconds on the world's clock, like `expires`." }),
    expires: z.int().nullable(),
    active: z.boolean().meta({ description: 'Whether the stub can still answer, in some state of its scenario.' }),
    hits: z.int().meta({ description: 'Number of answered calls.' }),
    remaining: z
      .int()
      .nullable()
      .meta({ description: 'Number of calls that the stub can still answer. null: no limit.' }),
    warnings: Warnings,
  })
  .meta({ id: 'Stub' })

/** The path parameters of a stub. */
export const StubPath = z.object({ id: z.string() })

/** A scenario with its state. */
export const ScenarioReply = z
  .object({
    name: z.string(),
    state: z.string(),
    states: z.array(z.string()).meta({ description: 'States that stubs of the scenario name, and `Started`.' }),
    stubs: z.array(z.string()).meta({ description: 'Ids of the stubs of the scenario.' }),
  })
  .meta({ id: 'Scenario' })
