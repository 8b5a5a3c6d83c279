import { hasParameters } from './path-pattern.ts'
import { literalsOf } from './text-pattern.ts'

/** The steps of a template beside literal characters: the first and any further characters of a parameter's value. */
const [first, further] = ['{', '}']

/** For each place in a template, whether it can be reached: 1 or 0. */
type Places = Uint8Array

/**
 * Returns whether a path exists that fits both a pattern, where `*` is any text or `{parameters}` are segments, and a
 * template with parameters. Takes time in proportion to the product of their lengths.
 */
export function overlaps(pattern: string, template: string): boolean {
  if (hasParameters(pattern)) return segmentsOverlap(pattern.split('/'), template.split('/'))
  const steps = template.replaceAll(/{\w+}/g, first + further)
  const [start = '', ...rest] = literalsOf(pattern).filter((text, index, all) => {
    const isOuter = index === 0 || index === all.length - 1
    return isOuter || text !== ''
  })
  const begin = new Uint8Array(steps.length + 1)
  begin[0] = 1
  let places = afterText(begin, start, steps)
  for (const text of rest) {
    const earliest = places.indexOf(1)
    if (earliest === -1) return false
    places = afterText(places.fill(1, earliest), text, steps)
  }
  return places[steps.length] === 1
}

const segmentsOverlap = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.every((segment, index) => hasParameters(segment) || hasParameters(other[index] ?? '') || segment === other[index])

/** Returns the places in a template that a text leads to from any of these. */
function afterText(from: Places, text: string, steps: string): Places {
  let places = withSkips(from, steps)
  for (const character of text) {
    const next = new Uint8Array(places.length)
    for (let at = places.indexOf(1); at !== -1; at = places.indexOf(1, at + 1)) {
      const step = steps[at]
      if (step === further && character !== '/') next[at] = 1
      if (step === character || (step === first && character !== '/')) next[at + 1] = 1
    }
    places = withSkips(next, steps)
  }
  return places
}

/** Adds the places behind the further characters of parameters, of which there may be none. */
function withSkips(places: Places, steps: string): Places {
  for (let at = 0; at < steps.length; at++) if (places[at] === 1 && steps[at] === further) places[at + 1] = 1
  return places
}
