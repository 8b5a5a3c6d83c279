import { control } from '../api/send.ts'

/** A line of a client's environment, as test control suggests it. */
export interface EnvironmentLine {
  readonly line: string
  readonly client: string
}

/** Returns the access token in an environment for clients; one that any open server takes, where there is none. */
export const tokenIn = (environment: readonly EnvironmentLine[] = []): string =>
  environment.find(({ line }) => line.startsWith('ACCESS_TOKEN='))?.line.slice('ACCESS_TOKEN='.length) ?? 'any-text'

let token: Promise<string> | undefined

/** Returns the token with which the console calls the API, as a client would. It is asked for once. */
export function clientToken(): Promise<string> {
  token ??= control<{ environment?: readonly EnvironmentLine[] }>('default', '/').then(
    ({ environment }) => tokenIn(environment),
    (error: unknown) => {
      token = undefined
      throw error
    },
  )
  return token
}
