import { ApiError, type ApiErrorDetails, type ApiErrorName } from './api-errors.ts'
import type { NamedApiError } from './entry.ts'

/** Returns what was looked up; throws the error where there is none. */
export function found<Value>(
  value: Value | undefined,
  error: ApiErrorName | NamedApiError,
  details?: ApiErrorDetails,
): Value {
  if (value === undefined) throw new ApiError(error, details)
  return value
}
