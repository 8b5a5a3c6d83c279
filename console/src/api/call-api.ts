import { clientToken } from './client-token.ts'
import { apiUrl } from './roots.ts'
import { type Answer, type CallOptions, send } from './send.ts'

/** The header by which the server knows the console's own calls: they are no client's. */
const source = { 'x-mock-source': 'console' }

/** Calls the API in a world with the world's token, and returns the response whatever its status. */
export const callApi = async (world: string, path: string, options: CallOptions = {}): Promise<Answer> =>
  send(apiUrl(world, path), { ...source, authorization: `Bearer ${await clientToken(world)}` }, options)
