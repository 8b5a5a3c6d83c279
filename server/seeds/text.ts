import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'
import { type SeedMistake, SeedRefused, type TextPlace } from './refused.ts'

/** A seed as text. */
export interface SeedText {
  /** What its mistakes are told to be in: a file's name; empty for a text that has none. */
  readonly name: string
  readonly text: string
  readonly language: 'json' | 'yaml'
}

/** The language of a file by its name's ending; JSON unless it says YAML. */
export const languageOf = (file: string): SeedText['language'] => (/\.ya?ml$/i.test(file) ? 'yaml' : 'json')

/**
 * What the work makes of the content of a text.
 *
 * @throws SeedRefused with the line and column of each mistake.
 */
export function withContent<Result>({ name, text, language }: SeedText, work: (content: unknown) => Result): Result {
  try {
    return work(language === 'json' ? jsonContent(text) : yamlContent(text))
  } catch (error) {
    if (!(error instanceof SeedRefused)) throw error
    const placeOf = placesIn(text)
    const placed = error.mistakes.map((mistake) => ({ place: placeOf(mistake.path), ...mistake }))
    throw new SeedRefused(placed.sort(inOrder), name)
  }
}

/** YAML takes a while to load: a server of JSON seeds that are right goes without it. */
const yaml = (): typeof Yaml => createRequire(import.meta.url)('yaml')

function jsonContent(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error)
    const reason = `is not JSON: ${told.replace(/,? (in JSON at position|(\.\.\.)?").*$/s, '')}`
    throw new SeedRefused([{ path: [], reason, place: placeAt(text, brokenAt(text)) }])
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

/** Keys merged with `<<` are read, as people who write YAML expect. */
const documentOf = (text: string, lines: Yaml.LineCounter) =>
  yaml().parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true })

function yamlContent(text: string): unknown {
  const lines = new (yaml().LineCounter)()
  const document = documentOf(text, lines)
  const wrong = [...document.errors, ...document.warnings]
  if (wrong.length > 0) {
    throw new SeedRefused(wrong.map(({ message, pos }) => ({ path: [], reason: message, place: at(lines, pos[0]) })))
  }
  try {
    const content = document.toJS() ?? {}
    if (hasNoEnd(content)) throw new Error('an alias stands within what it is an alias of')
    return content
  } catch (error) {
    throw new SeedRefused([{ path: [], reason: error instanceof Error ? error.message : String(error) }])
  }
}

/** Whether an object is within itself, which nobody could check to its end. */
function hasNoEnd(content: unknown): boolean {
  try {
    JSON.stringify(content)
    return false
  } catch {
    return true
  }
}

/** Finds where in a text of JSON or YAML a path leads, or as far on the way as the text has it. */
function placesIn(text: string): (path: readonly PropertyKey[]) => TextPlace | undefined {
  const { isAlias, isMap, isScalar, isSeq, LineCounter } = yaml()
  const lines = new LineCounter()
  const document = documentOf(text, lines)
  return (path) => {
    let node: unknown = document.contents
    let offset = document.contents?.range[0]
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(document)
      if (isSeq(node)) {
        node = node.items[Number(key)]
        offset = rangeOf(node) ?? offset
      } else if (isMap(node)) {
        const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key))
        if (pair === undefined) break
        offset = rangeOf(pair.key) ?? offset
        node = pair.value
      } else break
    }
    return offset === undefined ? undefined : at(lines, offset)
  }
}

const inOrder = ({ place: one }: SeedMistake, { place: other }: SeedMistake): number =>
  (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0)

const rangeOf = (node: unknown): number | undefined => (node as Yaml.Node | undefined)?.range?.[0]

function at(lines: Yaml.LineCounter, offset: number): TextPlace {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
