import { signal } from '@preact/signals'
import { control } from '../api/send.ts'

/** A token with which calls of the console to the API pass. */
export const clientToken = signal('any-text')

const name = 'ACCESS_TOKEN='

/** Loads the token that the server tells its clients. It stays the text for any token where there is none. */
export async function loadClientToken(): Promise<void> {
  const about = await control<{ environment: readonly { line: string }[] }>('default', '/').catch(() => undefined)
  const line = about?.environment.find((one) => one.line.startsWith(name))?.line
  if (line !== undefined) clientToken.value = line.slice(name.length)
}
