import type { IncrementalTask } from '#db/incremental-task.ts'
import { SeedError, type SeedMistake, SeedMistakes, type TextPlace } from './errors.ts'
import { readYaml } from './yaml.ts'

/** A seed as text. */
export interface SeedText {
  /** What its mistakes are told to be in: a file's name; empty for a text that has none. */
  readonly name: string
  readonly text: string
  readonly language: 'json' | 'yaml'
}

/** The language of a file by its name's ending; JSON unless it says YAML. */
export const languageOf = (file: string): SeedText['language'] => (/\.ya?ml$/i.test(file) ? 'yaml' : 'json')

/** What a text says, and how what is wrong with that is told. */
export interface SeedReading {
  readonly content: unknown
  /** What the work makes of the content, step by step; throws SeedError with the line and column of each mistake. */
  with<Result>(work: (content: unknown) => IncrementalTask<Result>): IncrementalTask<Result>
}

/**
 * Reads a seed.
 *
 * @throws SeedError with the line and column of what is no JSON or YAML.
 */
export function readSeed({ name, text, language }: SeedText): SeedReading {
  const { content, placeOf } = readText({ name, text, language })
  return {
    content: content ?? {},
    *with(work) {
      try {
        return yield* work(content ?? {})
      } catch (error) {
        throw placed(error, name, placeOf)
      }
    },
  }
}

type PlaceOf = (path: readonly PropertyKey[]) => TextPlace | undefined

function readText({ name, text, language }: SeedText): { readonly content: unknown; readonly placeOf: PlaceOf } {
  try {
    return language === 'json' ? readJson(text) : readYaml(text)
  } catch (error) {
    throw placed(error, name)
  }
}

/** A refusal with where in the text its mistakes are; any other error as it is. */
function placed(error: unknown, name: string, placeOf?: PlaceOf): unknown {
  if (!(error instanceof SeedError)) return error
  const { told, more } = error.mistakes
  const all = told.map((mistake) => ({ place: placeOf?.(mistake.path), ...mistake }))
  return new SeedError(new SeedMistakes(all.sort(inOrder), more), name)
}

function readJson(text: string): { readonly content: unknown; readonly placeOf: PlaceOf } {
  try {
    return { content: JSON.parse(text), placeOf: placesLater(text) }
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error)
    const reason = `is not JSON: ${told.replace(/,? (in JSON at position|(\.\.\.)?").*$/s, '')}`
    throw new SeedError([{ path: [], reason, place: placeAt(text, brokenAt(text)) }])
  }
}

/** Places in JSON, which is YAML too; none where that is stricter. */
function placesLater(text: string): PlaceOf {
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

/** Where a text stops being the beginning of JSON, which not every message of the parser says. */
function brokenAt(text: string): number {
  let [begins, broken] = [0, text.length + 1]
  while (broken - begins > 1) {
    const middle = Math.floor((begins + broken) / 2)
    if (beginsJson(text.slice(0, middle))) begins = middle
    else broken = middle
  }
  return begins
}

function beginsJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const told = error instanceof Error ? error.message : ''
    return /end of JSON input|^Unterminated string/.test(told) || told.includes(` at position ${text.length}`)
  }
}

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const inOrder = ({ place: one }: SeedMistake, { place: other }: SeedMistake): number =>
  (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0)
