import type { IncrementalTask } from '#db/incremental-task.ts'
import { SeedError, type SeedMistake, SeedMistakes, type TextPlace } from './errors.ts'
import { readYaml } from './yaml.ts'

/** The text of a seed. */
export interface SeedText {
  /** The file's name for mistakes; empty for a text without one. */
  readonly name: string
  readonly text: string
  readonly language: 'json' | 'yaml'
}

/** Returns the language of a file by its extension; JSON unless that is YAML's. */
export const languageOf = (file: string): SeedText['language'] => (/\.ya?ml$/i.test(file) ? 'yaml' : 'json')

/** The content of a seed's text, and a way to report mistakes in it by line and column. */
export interface SeedReading {
  readonly content: unknown
  /** Runs `work` on the content, step by step; throws SeedError with the position of each mistake. */
  apply<Result>(work: (content: unknown) => IncrementalTask<Result>): IncrementalTask<Result>
}

/**
 * Parses a seed.
 *
 * @throws SeedError with the position of a syntax error.
 */
export function readSeed({ name, text, language }: SeedText): SeedReading {
  const { content, placeOf } = readText({ name, text, language })
  return {
    content: content ?? {},
    *apply(work) {
      try {
        return yield* work(content ?? {})
      } catch (error) {
        throw withPositions(error, name, placeOf)
      }
    },
  }
}

type PlaceOf = (path: readonly PropertyKey[]) => TextPlace | undefined

function readText({ name, text, language }: SeedText): { readonly content: unknown; readonly placeOf: PlaceOf } {
  try {
    return language === 'json' ? readJson(text) : readYaml(text)
  } catch (error) {
    throw withPositions(error, name)
  }
}

/** Returns the error with the positions of its mistakes; any other error as it is. */
function withPositions(error: unknown, name: string, placeOf?: PlaceOf): unknown {
  if (!(error instanceof SeedError)) return error
  const { described, more } = error.mistakes
  const all = described.map((mistake) => ({ place: placeOf?.(mistake.path), ...mistake }))
  return new SeedError(new SeedMistakes(all.sort(byPosition), more), name)
}

function readJson(text: string): { readonly content: unknown; readonly placeOf: PlaceOf } {
  try {
    return { content: JSON.parse(text), placeOf: lazyPlaces(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const reason = `is not JSON: ${message.replace(/,? (in JSON at position|(\.\.\.)?").*$/s, '')}`
    throw new SeedError([{ path: [], reason, place: placeAt(text, syntaxErrorAt(text)) }])
  }
}

/**
 * Returns a function that locates JSON paths with the YAML parser. It locates nothing where YAML is stricter than JSON.
 */
function lazyPlaces(text: string): PlaceOf {
  let placeOf: PlaceOf | undefined
  return (path) => {
    try {
      placeOf ??= readYaml(text).placeOf
    } catch {
      placeOf ??= () => undefined
    }
    return placeOf(path)
  }
}

/**
 * Returns the length of the longest prefix that JSON can begin with: not every message of the parser has a position.
 */
function syntaxErrorAt(text: string): number {
  let [valid, invalid] = [0, text.length + 1]
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2)
    if (isJsonPrefix(text.slice(0, middle))) valid = middle
    else invalid = middle
  }
  return valid
}

function isJsonPrefix(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return /end of JSON input|^Unterminated string/.test(message) || message.includes(` at position ${text.length}`)
  }
}

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const byPosition = ({ place: one }: SeedMistake, { place: other }: SeedMistake): number =>
  (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0)
