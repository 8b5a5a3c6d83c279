import type { CompareOptions, Comparison } from '../target/compare/options.ts'

/**
 * Where a comparison finds its target, and what it sends.
 *
 * @example
 * const target: CompareTarget = { target: 'https://api-sandbox.pinterest.com/v5', writes: false }
 */
export interface CompareTarget extends CompareOptions {
  /** The base URL of the other server: `https://api-sandbox.pinterest.com/v5`. */
  readonly target: string
  /** The token of its user; that of `PINTEREST_ACCESS_TOKEN` when absent. It is in no result and no error. */
  readonly token?: string
  /** Whether the target may serve production. */
  readonly production?: boolean
}

/**
 * Sends the calls of an HTTP archive (HAR) to another server, such as Pinterest's sandbox, and returns how its answers
 * differ from the recorded ones in status, code, message, fields, types and headers. Reads alone, unless `writes` is set.
 *
 * @throws UsageError when the target may not be called or there is no token; an error when a limit is not lifted in time.
 * @example
 * const sandbox = await startMock({ seed: 'small' })
 * await mock.fetch('/ad_accounts')
 * const { differences } = await compareRequests(await mock.requests.har(), { target: sandbox.baseUrl, token: 'any-text' })
 * await sandbox.close()
 */
export async function compareRequests(
  har: Readonly<Record<string, unknown>>,
  { target, token, production = false, ...options }: CompareTarget,
): Promise<Comparison> {
  const [{ targetOf }, { comparedTarget }, { compareRecording }] = await Promise.all([
    import('../target/client/target-flags.ts'),
    import('../target/compare/target.ts'),
    import('../target/compare/compare.ts'),
  ])
  const environment = token === undefined ? process.env : { PINTEREST_ACCESS_TOKEN: token }
  return compareRecording(har, comparedTarget(targetOf({ target, production }, environment)), options)
}
