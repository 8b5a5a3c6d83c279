import { controlToken, isTokenWanted } from './control-token.ts'
import { CallFailure } from './failure.ts'
import { controlUrl } from './roots.ts'

const headersOf = (): Record<string, string> =>
  controlToken.value === undefined ? {} : { 'x-mock-token': controlToken.value }

async function request(world: string, init: RequestInit): Promise<Response> {
  const response = await fetch(controlUrl(world, '/state'), { ...init, cache: 'no-store' }).catch(() => {
    throw new CallFailure(0, 'The server does not answer. Is it still running?')
  })
  if (response.ok) return response
  if (response.status === 401) isTokenWanted.value = true
  const body: unknown = await response.json().catch(() => undefined)
  const message = (body as { message?: unknown } | undefined)?.message
  throw new CallFailure(
    response.status,
    typeof message === 'string' ? message : `The server answered ${response.status}.`,
  )
}

/** Returns the export of a world as it came, without reading it: it may be large. */
export const exportedState = async (world: string): Promise<Blob> =>
  (await request(world, { headers: headersOf() })).blob()

/** Replaces a world by an export. */
export async function importState(world: string, file: Blob): Promise<void> {
  await request(world, {
    method: 'PUT',
    body: file,
    headers: { ...headersOf(), 'content-type': 'application/json' },
  })
}
