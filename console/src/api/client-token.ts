import { control } from './send.ts'

/** A token that passes where any text does. */
export const anyToken = 'any-text'

const tokens = new Map<string, Promise<string>>()

/** Returns the token with which a client calls the API in a world. It is asked for once: no world takes another's. */
export function clientToken(world: string): Promise<string> {
  const known = tokens.get(world)
  if (known !== undefined) return known
  const loading = load(world)
  tokens.set(world, loading)
  loading.catch(() => tokens.delete(world))
  return loading
}

async function load(world: string): Promise<string> {
  const { auth } = await control<{ auth: string }>('default', '/')
  if (auth === 'open') return anyToken
  return (await control<{ token: string }>('default', `/worlds/${encodeURIComponent(world)}`)).token
}
