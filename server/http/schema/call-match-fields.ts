import { z } from 'zod'
import type { CallMatch } from '#server/domain/matching/call-match.ts'
import { isJsonPath } from '#server/domain/matching/json-path.ts'
import { hasParameters } from '#server/domain/matching/path-pattern.ts'

/** The most names of one criterion, and the most characters of a pattern. */
const [maxNames, maxPattern] = [50, 1000]

/** Values by name; in a query string as `query[page_size]=25`. */
const ValuesField = z
  .record(
    z.string().min(1).max(100),
    z.union(
      [z.string().max(maxPattern), z.number(), z.boolean(), z.null()],
      'is no text, number, true or false, and not null, which stands for an absent value',
    ),
  )
  .refine((values) => Object.keys(values).length <= maxNames, { error: `has more than ${maxNames} names` })

/**
 * The criteria of a request that faults, stubs and queries of the journal share, as fields of a strict object. A
 * request has to meet all that are present.
 */
export const callMatchFields = {
  operation: z.string().max(100).optional().meta({ example: 'campaigns/create' }),
  method: z.string().max(20).toUpperCase().optional(),
  path: z
    .string()
    .max(maxPattern)
    .refine((path) => /^[/*]/.test(path), { error: "is no path, which begins with '/' or '*'" })
    .refine((path) => !path.includes('*') || !hasParameters(path), { error: 'has both * and {names}: use one of them' })
    .optional()
    .meta({
      description: 'Path with or without `/v5`. `*` matches any text, `{name}` any segment.',
      example: '/ad_accounts/*/campaigns',
    }),
  ad_account: z
    .string()
    .regex(/^\d+$/, 'is no id of an ad account')
    .max(30)
    .optional()
    .meta({ description: 'Ad account id in the path, or in the query where the path has none.' }),
  query: ValuesField.optional().meta({
    description: 'Parameters by name. `*` in a value matches any text; null matches an absent parameter.',
    example: { page_size: '25', bookmark: '*' },
  }),
  headers: ValuesField.optional().meta({
    description: 'Headers by name, with values like those of `query`. Credentials are compared in redacted form.',
    example: { 'user-agent': '*sdk*' },
  }),
  body_contains: z.string().optional().meta({ description: 'Text that the request body contains.' }),
  body_path: z
    .string()
    .max(500)
    .refine(isJsonPath, 'is no path such as [0].name')
    .optional()
    .meta({ description: 'JSON path that must exist in the request body.', example: '[*].name' }),
  body_equals: z.unknown().optional().meta({
    description: 'Expected value at `body_path`, or of the whole body. A path with several values needs one match.',
  }),
} satisfies Record<keyof CallMatch, z.ZodType>
