import { clientToken } from './client-token.ts'
import { apiUrl } from './roots.ts'
import { type Answer, type CallOptions, send } from './send.ts'

/** Calls the API in a world as a client with the world's token does, and returns the response whatever its status. */
export const callApi = async (world: string, path: string, options: CallOptions = {}): Promise<Answer> =>
  send(apiUrl(world, path), { authorization: `Bearer ${await clientToken(world)}` }, options)
