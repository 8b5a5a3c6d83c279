/** A call to a target. */
export interface TargetCall {
  readonly method: string
  /** Below the base URL: `/ad_accounts`. */
  readonly path: string
  /** Lists are sent comma-separated; absent values are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>> | undefined
  /** Sent as JSON, or as it is when it is a text. */
  readonly body?: unknown
  /** Headers beside those that the client sets. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The rate category of the operation, by which calls are held back. */
  readonly category?: string | undefined
  /**
   * Whether it may be sent again when nobody knows if it was carried out: after an answer of 500 to 504 and after a
   * connection that ended. By default whatever does not create: not POST. A 429 and a refused connection are always
   * repeated.
   */
  readonly repeatable?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** Returns the URL of a call. */
export function urlOf(baseUrl: string, { path, query = {} }: Pick<TargetCall, 'path' | 'query'>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  )
  return baseUrl + path + (pairs.length === 0 ? '' : `${path.includes('?') ? '&' : '?'}${pairs.join('&')}`)
}

/** Whether a call may be sent again when nobody knows if it was carried out. */
export const isRepeatable = ({ method, repeatable }: TargetCall): boolean =>
  repeatable ?? method.toUpperCase() !== 'POST'
