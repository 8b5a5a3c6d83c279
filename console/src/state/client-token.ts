import { signal } from '@preact/signals'
import { control } from '../api/send.ts'

const anyToken = 'any-text'

/** A token with which calls of the console to the API pass. */
export const clientToken = signal(anyToken)

/** Loads the token of a world, where the server does not take any text for one. */
export async function loadClientToken(world: string): Promise<void> {
  try {
    const { auth } = await control<{ auth: string }>('default', '/')
    const path = `/worlds/${encodeURIComponent(world)}`
    clientToken.value = auth === 'open' ? anyToken : (await control<{ token: string }>('default', path)).token
  } catch {
    // The field stays as it is, and can be written.
  }
}
