import table from './sources.json' with { type: 'json' }

/** Something public that tells how the real service behaves. */
export interface Source {
  /** The word by which rules and facts name it. */
  readonly key: string
  readonly what: string
  /** Where anybody can see it. */
  readonly where: string
  /** When it was recorded or published. */
  readonly when: string
}

/** Every source, the one list of them: pages and tests read it here. */
export const sources: readonly Source[] = table

const byKey = new Map(sources.map((source) => [source.key, source]))

/** The source that a citation begins with, such as `REC create-labels`; undefined for a word that is no key. */
export const sourceOf = (citation: string): Source | undefined => byKey.get(citation.replace(/[ ;,].*/, ''))
