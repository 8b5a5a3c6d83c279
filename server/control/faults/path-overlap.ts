/** Whether some path fits both a pattern, where `*` is any text, and a template with `{parameters}`, which have no slash. */
export function overlaps(pattern: string, template: string): boolean {
  // A parameter is one character that is no slash, written {, and any number of further ones, written }.
  const steps = template.replaceAll(/{\w+}/g, '{}')
  const tried = new Set<number>()
  const meet = (at: number, beside: number): boolean => {
    const place = at * (steps.length + 1) + beside
    if (tried.has(place)) return false
    tried.add(place)
    const [one, other] = [pattern[at], steps[beside]]
    if (one === '*') return meet(at + 1, beside) || (other !== undefined && meet(at, beside + 1))
    if (other === '}') return meet(at, beside + 1) || (one !== undefined && one !== '/' && meet(at + 1, beside))
    if (one === undefined || other === undefined) return one === other
    return (other === '{' ? one !== '/' : one === other) && meet(at + 1, beside + 1)
  }
  return meet(0, 0)
}
