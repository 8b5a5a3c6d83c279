/**
 * Returns whether a path exists that fits both a pattern, where `*` is any text, and a template, where `{parameters}`
 * are segments.
 */
export function overlaps(pattern: string, template: string): boolean {
  // A parameter is encoded as `{` for its first character and `}` for any number of further ones, none of them a slash.
  const steps = template.replaceAll(/{\w+}/g, '{}')
  const visited = new Set<number>()
  const visit = (patternIndex: number, templateIndex: number): boolean => {
    const place = patternIndex * (steps.length + 1) + templateIndex
    if (visited.has(place)) return false
    visited.add(place)
    const [one, other] = [pattern[patternIndex], steps[templateIndex]]
    if (one === '*')
      return visit(patternIndex + 1, templateIndex) || (other !== undefined && visit(patternIndex, templateIndex + 1))
    if (other === '}')
      return (
        visit(patternIndex, templateIndex + 1) ||
        (one !== undefined && one !== '/' && visit(patternIndex + 1, templateIndex))
      )
    if (one === undefined || other === undefined) return one === other
    return (other === '{' ? one !== '/' : one === other) && visit(patternIndex + 1, templateIndex + 1)
  }
  return visit(0, 0)
}
