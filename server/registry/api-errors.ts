import type { ApiErrorEntry } from '../domain/errors/api-errors.ts'
import { apiErrors } from '../domain/errors/protocol-errors.ts'
import { resources } from './resources.ts'

/**
 * All errors that refuse whole requests without a business rule, by name: those of the protocol and of each resource.
 */
export const allApiErrors: Readonly<Record<string, ApiErrorEntry>> = Object.assign(
  {},
  apiErrors,
  ...resources.map(({ errors }) => errors),
)
