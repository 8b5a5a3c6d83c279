import { z } from 'zod'
import type { BodyMatch } from '#server/domain/matching/body-match.ts'
import { isJsonPath } from '#server/domain/matching/json-path.ts'

/** Criteria on a request's body, as fields of a larger match. */
export const bodyMatchFields = {
  body_path: z
    .string()
    .max(500)
    .refine(isJsonPath, 'is no path such as [0].name')
    .optional()
    .meta({ description: 'A path into the JSON of the request body that must lead somewhere.', example: '[*].name' }),
  body_equals: z
    .unknown()
    .optional()
    .meta({ description: 'What `body_path`, or the whole body, must be; of several values one suffices.' }),
} satisfies Record<keyof BodyMatch, z.ZodType>
