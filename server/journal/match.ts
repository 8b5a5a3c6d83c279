import { closest } from 'fastest-levenshtein'
import { z } from 'zod'
import { operations } from '../../openapi/operations.ts'
import { bodyMatches, partsOf } from '../domain/body-match.ts'
import { pathPattern } from '../domain/path-pattern.ts'
import { problems } from '../domain/problems.ts'
import { bodyMatchFields } from '../http/body-match-fields.ts'
import { allRules } from '../resources/index.ts'
import type { JournalEntry } from './entry.ts'
import { parsed, requestBodyOf, toldAdAccountOf, toldPathOf, warningsOf } from './view.ts'

/** A name that there is: what is looked for by another is never found, and a test that wants none would always pass. */
const oneOf = (what: string, names: readonly string[]) =>
  z.string().refine((name) => names.includes(name), {
    error: ({ input }) => `is no ${what}. Did you mean ${closest(String(input), names)}?`,
  })

const operationIds = operations.map(({ id }) => id)
const ruleIds = [...Object.keys(problems), ...allRules.map(({ id }) => id), 'fault.item']

/** What requests are looked for by; all of it must hold. */
export const Match = z
  .strictObject({
    operation: oneOf('operation of the API', operationIds).optional().meta({ example: 'campaigns/create' }),
    method: z.string().toUpperCase().optional(),
    path: z
      .string()
      .optional()
      .meta({ description: 'With or without `/v5`; `*` is any text.', example: '/ad_accounts/*/campaigns' }),
    status: z
      .union([z.int(), z.string().regex(/^[1-5](\d\d|xx)$/i, 'must be such as 404 or 4xx')])
      .optional()
      .meta({ description: 'A status, or a class of them.', example: '4xx' }),
    rule: oneOf('rule or problem', ruleIds)
      .optional()
      .meta({ description: 'A rule or problem that refused.', example: 'request.schema' }),
    ad_account: z.string().optional(),
    since: z
      .string()
      .regex(/^\d+$/, 'is no id of a request, as answers have it in x-mock-request-id')
      .optional()
      .meta({ description: 'The id of a request: those after it.' }),
    warnings: z.boolean().optional().meta({ description: 'With warnings, or without.' }),
    faults: z.boolean().optional().meta({ description: 'With faults, or without.' }),
    body_contains: z.string().optional().meta({ description: "A part of the request body's text." }),
    ...bodyMatchFields,
  })
  .meta({ id: 'RequestMatch', example: { operation: 'campaigns/create', body_path: '[0].name', body_equals: 'Sale' } })

/** What requests are looked for by. */
export type Match = z.output<typeof Match>

/** One thing that a match may ask, by its name in the schema. */
interface Criterion<Wanted> {
  /** What the request has in that place. */
  readonly found: (entry: JournalEntry, match: Match) => unknown
  readonly holds: (wanted: Wanted, entry: JournalEntry, match: Match) => boolean
}

type Criteria = { readonly [Name in keyof Match]-?: Criterion<NonNullable<Match[Name]>> }

const bodyOf = (entry: JournalEntry): unknown => parsed(requestBodyOf(entry))

/** The body's values that a path leads to, as one is told: itself, where there is one. */
const toldParts = (entry: JournalEntry, match: Match): unknown => {
  const parts = partsOf(bodyOf(entry), match)
  return parts.length > 1 ? parts : (parts[0] ?? null)
}

const criteria: Criteria = {
  operation: { found: ({ operation }) => operation, holds: (wanted, { operation }) => operation === wanted },
  method: { found: ({ method }) => method, holds: (wanted, { method }) => method === wanted },
  path: { found: toldPathOf, holds: (wanted, entry) => pathPattern(wanted)(toldPathOf(entry)) },
  status: {
    found: ({ status }) => status,
    holds: (wanted, { status }) => new RegExp(`^${String(wanted).replaceAll(/x/gi, '\\d')}$`).test(String(status)),
  },
  rule: { found: ({ rules }) => rules, holds: (wanted, { rules }) => rules.includes(wanted) },
  ad_account: { found: toldAdAccountOf, holds: (wanted, entry) => toldAdAccountOf(entry) === wanted },
  since: { found: ({ id }) => id, holds: (wanted, { id }) => id > wanted },
  warnings: {
    found: (entry) => warningsOf(entry).map((warning) => entry.blackout.text(warning)),
    holds: (wanted, entry) => warningsOf(entry).length > 0 === wanted,
  },
  faults: { found: ({ faults }) => faults, holds: (wanted, { faults }) => faults.length > 0 === wanted },
  body_contains: {
    found: requestBodyOf,
    holds: (wanted, entry) => requestBodyOf(entry)?.includes(wanted) ?? false,
  },
  body_path: { found: toldParts, holds: (body_path, entry) => bodyMatches(bodyOf(entry), { body_path }) },
  body_equals: { found: toldParts, holds: (_wanted, entry, match) => bodyMatches(bodyOf(entry), match) },
}

const names = Object.keys(criteria) as (keyof Match)[]

/** What does not hold of a request, with what was looked for and what it has instead. */
export interface Miss {
  readonly criterion: string
  readonly wanted: unknown
  readonly found: unknown
}

/** Every criterion that does not hold. */
export const missesOf = (entry: JournalEntry, match: Match): readonly Miss[] =>
  names.flatMap((criterion) => {
    const wanted = match[criterion]
    if (wanted === undefined) return []
    const { found, holds } = criteria[criterion] as Criterion<typeof wanted>
    return holds(wanted, entry, match) ? [] : { criterion, wanted, found: found(entry, match) ?? null }
  })

/** Whether everything holds that is asked. */
export const matches = (entry: JournalEntry, match: Match): boolean => missesOf(entry, match).length === 0

/** A request that was answered, or that will not be: the ones that may be counted. */
export const isOver = ({ status, faults, lost }: JournalEntry): boolean => status !== null || lost || faults.length > 0
