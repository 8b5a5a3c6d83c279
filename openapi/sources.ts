import table from './sources.json' with { type: 'json' }

/** A public source about the behaviour of the real service. */
export interface Source {
  /** The key by which rules and facts cite it. */
  readonly key: string
  readonly what: string
  /** Where it is published. */
  readonly where: string
  /** When it was recorded or published. */
  readonly when: string
}

/** Every source: the one list for pages and tests. */
export const sources: readonly Source[] = table

const byKey = new Map(sources.map((source) => [source.key, source]))

/** Returns the source that a citation starts with, such as `REC create-labels`; undefined for a word that is no key. */
export const sourceOf = (citation: string): Source | undefined => byKey.get(citation.replace(/[ ;,].*/, ''))
