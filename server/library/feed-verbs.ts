import type { Control } from './control.ts'
import type { FeedContentOfFeed, FeedContent as Sent } from './generated/control.ts'

/**
 * What a feed has in place of its file: `rows` by the names of their columns, a number of `samples`, or an `error`.
 *
 * @example
 * const content: FeedContent = { samples: 100 }
 * console.log(content)
 */
export type FeedContent = Sent

/** Creates the verbs on the feeds of a world's catalogs. */
export const feedVerbs = (control: Control) => ({
  /**
   * Gives a feed rows, sample products or an error in place of its file, from its next processing on; `null` has the file
   * read again.
   *
   * @throws ControlError for an unknown feed.
   * @example
   * const { items } = await (await mock.fetch('/catalogs/feeds')).json()
   * await mock.feeds.setContent(items[0].id, { samples: 100 })
   */
  setContent: (feedId: string, content: FeedContent | null): Promise<FeedContentOfFeed> =>
    content === null
      ? control('DELETE', `/feeds/${feedId}/content`)
      : control('PUT', `/feeds/${feedId}/content`, content),
})
