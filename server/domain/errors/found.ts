import { ApiError, type ApiErrorDetails, type ApiErrorName } from './api-errors.ts'

/** Returns what was looked up; throws the named error where there is none. */
export function found<Value>(value: Value | undefined, error: ApiErrorName, details?: ApiErrorDetails): Value {
  if (value === undefined) throw new ApiError(error, details)
  return value
}
