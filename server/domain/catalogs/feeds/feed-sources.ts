/** Where the files of feeds may be read from. */
export interface FeedSources {
  /** The directory below which `file:` URLs are read; none when absent. */
  readonly directory?: string | undefined
  /** The hosts beside this machine that files are downloaded from; `*` is any that is public. */
  readonly hosts: readonly string[]
}
