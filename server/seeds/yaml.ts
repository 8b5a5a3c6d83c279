import { createRequire } from 'node:module'
import type * as Yaml from 'js-yaml'
import { maxDepth } from '../http/parsing/json-depth.ts'
import { SeedError, type SeedMistake, type TextPlace } from './errors.ts'

/** Loads the YAML parser on first use: a server with valid JSON seeds never needs it. */
const yaml = (): typeof Yaml => createRequire(import.meta.url)('js-yaml')

/** Number of values in a document, with aliases expanded. */
const maxValues = 1_000_000

/** A parsed text of YAML, or of JSON, which is also YAML. */
export interface YamlText {
  /** The parsed value; undefined for an empty document. */
  readonly content: unknown
  /** Returns the position of a path, or of its longest prefix that the text has. */
  readonly placeOf: (path: readonly PropertyKey[]) => TextPlace | undefined
}

/**
 * Parses YAML. Merge keys (`<<`) are supported.
 *
 * @throws SeedError with the position of the mistake.
 */
export function readYaml(text: string): YamlText {
  const { parseEvents, constructFromEvents, CORE_SCHEMA, mergeTag, EVENT_DOCUMENT } = yaml()
  const linesOf = lineFinder(text)
  try {
    const events = parseEvents(text, { maxDepth: maxDepth + 1 })
    const second = events.findIndex(({ type }, index) => type === EVENT_DOCUMENT && index > 0)
    if (second !== -1) {
      throw seedError('is more than one: there are multiple documents', linesOf(startOf(events[second + 1]) ?? 0))
    }
    const [content] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA.withTags(mergeTag) })
    refuseUnbounded(content)
    return { content, placeOf: placesIn(text, events, linesOf) }
  } catch (error) {
    if (error instanceof SeedError) throw error
    throw seedError(...mistakeOf(error))
  }
}

const seedError = (reason: string, place: TextPlace = { line: 1, column: 1 }): SeedError =>
  new SeedError([{ path: [], reason, place } satisfies SeedMistake])

function mistakeOf(error: unknown): [string, TextPlace | undefined] {
  if (!(error instanceof yaml().YAMLException))
    return [error instanceof Error ? error.message : String(error), undefined]
  const { reason, mark } = error
  return [reason, mark && { line: mark.line + 1, column: mark.column + 1 }]
}

/** Refuses values that cannot be walked to their end: cycles, and aliases that multiply. */
function refuseUnbounded(content: unknown): void {
  const ancestors = new Set<object>()
  let remaining = maxValues
  const walk = (value: unknown): void => {
    if (--remaining < 0) throw seedError(`has more than ${maxValues} values, with its aliases`)
    if (value === null || typeof value !== 'object') return
    if (ancestors.has(value)) throw seedError('an alias stands within what it is an alias of')
    if (ancestors.size >= maxDepth) throw seedError(`has more than ${maxDepth} lists and objects in each other`)
    ancestors.add(value)
    for (const one of Object.values(value)) walk(one)
    ancestors.delete(value)
  }
  walk(content)
}

/** Returns the offset of an event in the text; undefined for an event without characters. */
function startOf(event: Yaml.Event | undefined): number | undefined {
  if (event === undefined) return undefined
  if ('start' in event) return event.start
  if ('valueStart' in event) {
    // Quotes are not part of a scalar's value.
    const isQuoted =
      event.style === yaml().SCALAR_STYLE_SINGLE_QUOTED || event.style === yaml().SCALAR_STYLE_DOUBLE_QUOTED
    return event.valueStart === -1 ? undefined : event.valueStart - (isQuoted ? 1 : 0)
  }
  return 'anchorStart' in event ? event.anchorStart - 1 : undefined
}

/** Returns a function that finds the position of a path by following its events. */
function placesIn(
  text: string,
  events: readonly Yaml.Event[],
  linesOf: (offset: number) => TextPlace,
): YamlText['placeOf'] {
  const { EVENT_ALIAS, EVENT_DOCUMENT, EVENT_MAPPING, EVENT_POP, EVENT_SCALAR, EVENT_SEQUENCE, getScalarValue } = yaml()
  const ends = new Map<number, number>()
  const anchors = new Map<string, number>()
  const open: number[] = []
  for (const [index, event] of events.entries()) {
    if ([EVENT_DOCUMENT, EVENT_MAPPING, EVENT_SEQUENCE].some((type) => type === event.type)) open.push(index)
    else if (event.type === EVENT_POP) ends.set(open.pop() ?? 0, index)
    if ('anchorStart' in event && event.anchorStart !== -1 && event.type !== EVENT_ALIAS) {
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), index)
    }
  }
  const after = (index: number): number => (ends.get(index) ?? index) + 1
  /** Returns the node at an index, or the one that it is an alias of. */
  const nodeAt = (index: number): number => {
    const event = events[index]
    if (event?.type !== EVENT_ALIAS) return index
    return anchors.get(text.slice(event.anchorStart, event.anchorEnd)) ?? index
  }
  /** Returns the indexes of the events of a key and its value. */
  const memberOf = (mapping: number, name: string): readonly [number, number] | undefined => {
    const end = ends.get(mapping) ?? 0
    for (let key = mapping + 1; key < end; key = after(after(key))) {
      const event = events[key]
      if (event?.type === EVENT_SCALAR && getScalarValue(text, event) === name) return [key, after(key)]
    }
    return undefined
  }
  return (path) => {
    let node = nodeAt(1)
    let offset = startOf(events[node])
    for (const key of path) {
      if (events[node]?.type === EVENT_SEQUENCE) {
        let item = node + 1
        for (let index = 0; index < Number(key); index++) item = after(item)
        offset = startOf(events[item]) ?? offset
        node = nodeAt(item)
      } else if (events[node]?.type === EVENT_MAPPING) {
        const member = memberOf(node, String(key))
        if (member === undefined) break
        offset = startOf(events[member[0]]) ?? offset
        node = nodeAt(member[1])
      } else break
    }
    return offset === undefined ? undefined : linesOf(offset)
  }
}

/** Returns a function that converts offsets to lines and columns, both from 1. */
function lineFinder(text: string): (offset: number) => TextPlace {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\r\n?|\n/g)].map(({ index, 0: end }) => index + end.length)]
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
