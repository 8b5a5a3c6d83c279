import type { Child } from './child.ts'
import type { Call } from './connection.ts'

/** One page of a list. */
export interface Page {
  readonly items: readonly { readonly id: string }[]
  readonly bookmark: string | null
}

/** An answer as text, with its headers. */
export interface Answered {
  readonly text: string
  readonly headers: Headers
}

/** Returns the answer to a call; throws on a refusal. */
export async function answerOf({ port }: Child, { method, path, body }: Call): Promise<Answered> {
  const type = body === undefined ? undefined : { 'content-type': 'application/json' }
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { authorization: 'Bearer bench', 'accept-encoding': 'identity', ...type },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return { text, headers: response.headers }
}

/** Returns the text of an answer; throws on a refusal. */
export const textOf = async (child: Child, call: Call): Promise<string> => (await answerOf(child, call)).text

/** Creates a call that reads a path. */
export const get = (path: string): Call => ({ method: 'GET', path })

/** Returns the page at a path. */
export const pageOf = async (child: Child, path: string): Promise<Page> => JSON.parse(await textOf(child, get(path)))

/** Returns the path of the campaigns of the world's first ad account. */
export async function campaignsPath(child: Child): Promise<string> {
  const [account] = (await pageOf(child, '/v5/ad_accounts')).items
  return `/v5/ad_accounts/${account?.id}/campaigns`
}

/** Returns the bookmark of the last page of 25, by paging to it as a client does. */
export async function lastBookmark(child: Child, path: string): Promise<string> {
  const most = 250
  let bookmark = ''
  for (const size of [most, 25]) {
    for (;;) {
      const page = await pageOf(child, `${path}?page_size=${size}${bookmark && `&bookmark=${bookmark}`}`)
      if (page.bookmark === null) break
      bookmark = page.bookmark
    }
  }
  return bookmark
}
