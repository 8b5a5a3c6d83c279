/**
 * A server's description of itself.
 *
 * @example
 * const { base_url, operations }: About = await mock.about()
 * console.log(`${operations.built} of ${operations.documented} operations at ${base_url}`)
 */
export interface About {
  readonly name: string
  readonly version: string
  readonly base_url: string
  /** The base URL by HTTPS, where the server has a port for it. */
  readonly https_url?: string
  readonly docs_url: string
  readonly control_url: string
  /** Lines that point clients at the server, with the client of each. */
  readonly environment: readonly { readonly line: string; readonly client: string }[]
  readonly operations: { readonly built: number; readonly documented: number }
  /** The data directory, or `in memory`. */
  readonly data: string
  readonly seed: string
  readonly auth: 'open' | 'strict'
  /** The number of rules in force. */
  readonly rules: number
  /** The names of all worlds. */
  readonly worlds: readonly string[]
  /** The bytes that worlds take and may take. */
  readonly room: { readonly taken: number; readonly world_limit: number; readonly worlds_limit: number }
}
