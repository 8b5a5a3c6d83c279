import { type ApiErrorEntry, apiErrors } from '../domain/errors/api-errors.ts'
import { resources } from './resources.ts'

/** Everything by name that refuses whole requests and is no business rule: of the protocol, and of each resource. */
export const allApiErrors: Readonly<Record<string, ApiErrorEntry>> = Object.assign(
  {},
  apiErrors,
  ...resources.map(({ errors }) => errors),
)
