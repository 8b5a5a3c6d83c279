import { ApiError } from '../errors/api-errors.ts'
import type { AuthSettings } from './tokens.ts'

/** Returns the error for a call that needs an app's id and secret and has none. */
export const missingApp = (): ApiError =>
  new ApiError('request.client', {
    explanation: 'The call has no header "Authorization: Basic …" with the id and the secret of an app.',
  })

/** Returns the error for an app that the configuration does not declare, or whose secret is another. */
export function unknownApp(id: string, apps: AuthSettings['apps']): ApiError {
  if (Object.hasOwn(apps, id)) {
    return new ApiError('request.client', { explanation: `The secret is not that of the app ${id}.` })
  }
  return new ApiError('request.client', { explanation: `No app ${id} is declared with --apps.` })
}
