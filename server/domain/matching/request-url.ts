/** Returns a URL's query, without the question mark. */
export function queryText(url: string): string {
  const from = url.indexOf('?')
  return from === -1 ? '' : url.slice(from + 1)
}

/** Returns the query's parameters; repeated ones with all values. */
export const queryOf = ({ url }: { readonly url: string }): URLSearchParams => new URLSearchParams(queryText(url))

/** Returns the path below `/v5`, without the world and the query. */
export function pathOf({ url }: { readonly url: string }): string {
  const query = url.indexOf('?')
  const path = query === -1 ? url : url.slice(0, query)
  if (path.startsWith('/v5/')) return path.slice('/v5'.length)
  return path.replace(/^\/w\/[^/]*/, '').replace(/^\/v5(?=\/|$)/, '') || '/'
}

/** Returns the ad account by a path and a query. */
export const adAccountIn = (path: string, query: () => URLSearchParams): string | null =>
  /^\/ad_accounts\/(\d+)/.exec(path)?.[1] ?? query().get('ad_account_id')
